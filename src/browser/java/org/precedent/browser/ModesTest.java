package org.precedent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/**
 * Pages under the user's browser settings: forced colors, reduced motion, and print.
 */
class ModesTest extends FullSiteTest {
    @Test
    void nothingIsAnimatedWithReducedMotion() {
        var page = site.page(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        for (var path : List.of("/", "/search?q=MRI", site.letter("q=MRI"))) {
            page.navigate(path);
            page.evaluate("document.querySelector('main').setAttribute('aria-busy', 'true')");
            assertEquals(
                    0,
                    page.evaluate(
                            "[...document.querySelectorAll('*')].map(e => getComputedStyle(e))"
                                    + ".filter(s => s.animationName !== 'none' || !/^(0s(, )?)+$/.test(s.transitionDuration)).length"));
        }
    }

    @Test
    void forcedColorsStillShowWhatIsChosenMarkedAndDecided() {
        var page = site.page(
                new Browser.NewContextOptions().setViewportSize(1280, 900).setForcedColors(ForcedColors.ACTIVE));
        page.navigate("/search?q=conservative&decision=Upheld");
        assertNotEquals("none", style(page, ".pinned a", "outlineStyle"));
        assertNotEquals(style(page, ".why p", "backgroundColor"), style(page, "mark", "backgroundColor"));
        assertNotEquals("none", style(page, ".badge", "borderStyle"));
        assertThat(page.locator(".badge").first()).containsText("Upheld: treatment not approved");
        page.navigate("/search/outcomes?q=MRI");
        assertNotEquals(style(page, "rect.upheld", "fill"), style(page, "rect.overturned", "fill"));
        page.navigate("/search?q=MRI");
        page.keyboard().press("/");
        assertNotEquals("none", style(page, "#q", "outlineStyle"));
        keep(page, "results-forced-colors");
        page.navigate(site.letter("q=conservative"));
        keep(page, "letter-forced-colors");
    }

    @Test
    void resultsPrintAsATableWithCitations() throws IOException {
        var text = printed("/search?q=MRI+conservative", "results");
        assertTrue(text.contains("Citation") && text.contains("IMR Case No. CM"), text);
        assertTrue(text.contains("Upheld: treatment") && text.contains("· “conservative”"), text);
        assertTrue(
                text.replaceAll("\\s+", " ")
                        .matches(".*Final Determination \\(Cal\\. Div\\. Workers’ Comp\\. "
                                + "(?:May|June|July|[A-Z][a-z]{2,3}\\.) \\d{1,2}, \\d{4}\\).*"),
                text);
        assertTrue(text.contains(site.origin() + "/search?q=conservative&modality=MRI"), text);
        assertPaper(text);
        var table = printed("/search?q=MRI+conservative&view=table", "results-table");
        assertTrue(table.contains("IMR Case No. CM"), table);
        assertPaper(table);
    }

    @Test
    void aLetterPrintsAsADocument() throws IOException {
        var text = printed("/determinations/" + BrowserCorpus.LONG + "?search=q%3Dflags", "letter");
        assertTrue(text.contains("Final Determination") && text.contains("Issue 24 of 24"), text);
        assertTrue(
                text.contains("Retrieved") && text.contains(site.origin() + "/determinations/" + BrowserCorpus.LONG),
                text);
        assertTrue(!text.contains("Similar disputes") && !text.contains("Cite this issue"), text);
        assertTrue(!text.contains("search=q"), "the address is the letter's own");
        assertPaper(text);
    }

    @Test
    void aComparisonPrints() throws IOException {
        var text = printed(site.comparison("q=MRI", 2), "compare");
        assertTrue(text.contains("Rationale") && text.contains("issue 1"), text);
        assertPaper(text);
    }

    @Test
    void aComparisonPrintsSideBySide() {
        var page = site.page(740, ColorScheme.LIGHT);
        page.navigate(site.comparison("q=MRI", 3));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        var tops = page.locator(".compare thead th").all().stream()
                .map(head -> Math.round(head.boundingBox().y))
                .distinct()
                .toList();
        assertEquals(1, tops.size(), tops.toString());
    }

    private static void assertPaper(String text) {
        var year = Integer.toString(LocalDate.now(ZoneOffset.UTC).getYear());
        assertTrue(text.matches("(?s).*Retrieved [A-Z][a-z]{2} \\d{1,2}, " + year + " from .*"), text);
        assertTrue(text.matches("(?s).*\\b1 / \\d+.*"), "pages are numbered: " + text);
        assertTrue(text.contains("Not precedent."), text);
        for (var screen :
                List.of("Skip to", "Save search", "Filters", "Clear all", "search as text", "Compare selected")) {
            assertTrue(!text.contains(screen), screen);
        }
    }

    private static String printed(String path, String name) throws IOException {
        var page = site.page();
        page.navigate(path);
        var pdf = page.pdf(new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPath(Path.of("target", "screenshots", name + "-print.pdf")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        keep(page, name + "-print");
        page.context().close();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    private static Object style(Page page, String selector, String property) {
        return page.evaluate("([s, p]) => getComputedStyle(document.querySelector(s))[p]", List.of(selector, property));
    }
}
