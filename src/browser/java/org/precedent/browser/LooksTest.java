package org.precedent.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every page and state: accessible by the rules that can be checked, no wider than the screen, kept as pictures.
 */
class LooksTest {
    private static final List<ColorScheme> THEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static BrowserSite site;

    @BeforeAll
    static void open() {
        site = new BrowserSite();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @TestFactory
    Stream<DynamicTest> isAccessibleInBothThemes() {
        return THEMES.stream()
                .flatMap(theme -> Pages.all()
                        .map(path -> DynamicTest.dynamicTest(path + " " + theme, () -> {
                            var page = site.page(1280, theme);
                            page.navigate(path);
                            var violations = new AxeBuilder(page)
                                    .analyze().getViolations().stream()
                                            .map(r -> r.getId() + ": "
                                                    + r.getNodes().getFirst().getHtml())
                                            .toList();
                            page.context().close();
                            assertEquals(List.of(), violations);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> fitsTheScreenAndIsKeptAsAPicture() {
        var narrow = Pages.all().map(path -> fits(path, 320, ColorScheme.LIGHT));
        var kept = THEMES.stream()
                .flatMap(theme -> Stream.of(360, 768, 1280)
                        .flatMap(width -> Pages.GOOD.stream().map(path -> fits(path, width, theme))));
        return Stream.concat(narrow, kept);
    }

    private static DynamicTest fits(String path, int width, ColorScheme theme) {
        return DynamicTest.dynamicTest(path + " " + width + " " + theme, () -> fitsIn(path, width, theme));
    }

    private static void fitsIn(String path, int width, ColorScheme theme) {
        var page = site.page(width, theme);
        page.navigate(path);
        var name = Pages.name(path) + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name))
                .setFullPage(true));
        var widest = page.evaluate("document.documentElement.scrollWidth");
        page.context().close();
        assertEquals(width, widest);
    }
}
