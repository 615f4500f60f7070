package org.precedent.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every page and state, in both themes: passes the automated accessibility rules, does not scroll sideways down to 320 px or at 200%
 * zoom, and is saved as a screenshot.
 */
class PageAppearanceTest {
    private static final List<ColorScheme> THEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final List<Integer> WIDTHS = List.of(1280, 768, 360);
    private static final int NARROWEST = 320;

    private static Chromium chromium;
    private static List<BrowserSite> sites;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        sites = List.of(
                BrowserSite.full(chromium),
                BrowserSite.empty(chromium),
                BrowserSite.locked(chromium),
                BrowserSite.busy(chromium),
                BrowserSite.broken(chromium));
    }

    @AfterAll
    static void close() {
        sites.forEach(BrowserSite::close);
        chromium.close();
    }

    @TestFactory
    Stream<DynamicTest> looksRight() {
        return looks().flatMap(look -> THEMES.stream()
                .map(theme -> DynamicTest.dynamicTest(look.name() + " " + theme, () -> looksRight(look, theme))));
    }

    private static Stream<PageState> looks() {
        return Stream.concat(
                PageState.of(sites.get(0)),
                Stream.of(
                        new PageState("empty-home", sites.get(1), "/"),
                        new PageState("empty-search", sites.get(1), "/search?q=MRI"),
                        new PageState("sign-in", sites.get(2), "/search?q=MRI"),
                        new PageState("sign-in-wrong", sites.get(2), "/sign-in", page -> {
                            page.locator("[name=password]").fill("not the password");
                            page.keyboard().press("Enter");
                            page.locator("#wrong").waitFor();
                        }),
                        new PageState("busy", sites.get(3), "/search?q=MRI"),
                        new PageState("not-ready", sites.get(4), "/search?q=MRI")));
    }

    private static void looksRight(PageState look, ColorScheme theme) {
        var page = look.site().page(WIDTHS.getFirst(), theme);
        try {
            look.open(page);
            assertEquals(List.of(), violations(page));
            for (int width : WIDTHS) {
                page.setViewportSize(width, 900);
                fits(page, width, look.name());
                keep(page, look.name() + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT));
            }
            page.setViewportSize(NARROWEST, 900);
            fits(page, NARROWEST, look.name());
            if (theme == ColorScheme.LIGHT) {
                // at an arbitrary scroll position, which link the sticky bar half covers would be random
                page.evaluate("scrollTo(0, 0)");
                assertEquals(List.of(), violations(page), "on a narrow screen");
                larger(page, look.name());
            }
        } finally {
            page.context().close();
        }
    }

    // At 200% zoom, a 1280 by 900 window has 640 by 450 CSS pixels; text may also be enlarged alone.
    private static void larger(Page page, String name) {
        page.setViewportSize(640, 450);
        fits(page, 640, name + " zoomed");
        page.setViewportSize(1280, 900);
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        fits(page, 1280, name + " in larger type");
    }

    private static void fits(Page page, int width, String name) {
        var widest = page.evaluate("document.documentElement.scrollWidth");
        assertEquals(width, widest, () -> name + " scrolls sideways at " + width);
    }

    private static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    private static List<String> violations(Page page) {
        // these two rules are off by default
        var on = new AxeRuleOptions();
        on.setEnabled(true);
        var options = new AxeRunOptions();
        options.setRules(Map.of("target-size", on, "label-content-name-mismatch", on));
        return new AxeBuilder(page)
                .setLegacyMode(true).options(options).analyze().getViolations().stream()
                        .map(r -> r.getId() + ": " + r.getNodes().getFirst().getHtml())
                        .toList();
    }
}
