package org.precedent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Issues collected in the tray while searching, and the shareable link of the folder they are saved to.
 */
class SetAsideTest extends FullSiteTest {
    @Test
    void ticksSurvivePagingBackAndNewSearches() {
        var page = site.page();
        page.navigate("/search?q=MRI");
        tick(page, 0, 1);
        page.locator(".paging [rel=next]").click();
        page.waitForURL(Pattern.compile("page=2"));
        assertThat(page.locator(".tray-bar .n")).hasText("1");
        tick(page, 1, 2);
        page.goBack();
        assertThat(page.locator(".pick input").nth(0)).isChecked();
        assertThat(page.locator(".tray-bar .n")).hasText("2");
        page.navigate("/search?q=spine");
        assertThat(page.locator(".tray-bar .n")).hasText("2");
        page.navigate("/help");
        assertThat(page.locator(".tray-link")).hasText("Tray (2)");
        page.goBack();
        look(page, "results-tray");
        page.locator(".tray-bar button:has-text('Compare')").click();
        assertThat(page.locator("h1")).hasText("Issues side by side");
    }

    @Test
    void untickingTakesOutAndClearTakesAll() {
        var page = site.page();
        page.navigate("/search?q=MRI");
        tick(page, 0, 1);
        tick(page, 1, 2);
        page.locator(".pick input").nth(0).uncheck();
        assertThat(page.locator(".tray-bar .n")).hasText("1");
        page.locator(".tray-bar button:has-text('Clear')").click();
        assertThat(page.locator(".tray-bar")).isHidden();
        assertThat(page.locator(".pick input:checked")).hasCount(0);
    }

    @Test
    void anIssueGoesIntoTheTrayFromItsDetermination() {
        for (var page : List.of(site.page(), site.pageWithoutScripts())) {
            page.navigate(site.letter("q=MRI"));
            page.getByText("Add to tray").first().click();
            assertThat(page.locator(".tray-link")).hasText("Tray (1)");
            assertThat(page.locator(".put").first()).containsText("Remove from tray");
            assertTrue(page.url().contains("search=q"), page.url());
            page.getByText("Remove from tray").first().click();
            assertThat(page.locator(".tray-link")).hasCount(0);
            assertThat(page.locator(".put").first()).containsText("Add to tray");
        }
    }

    @Test
    void theTrayIsSavedAsAFolderThatOthersReadWithoutNotes() {
        var page = site.page();
        page.navigate("/search?q=MRI");
        tick(page, 0, 1);
        tick(page, 1, 2);
        page.locator(".tray-bar a").click();
        assertThat(page.locator(".saved-list li")).hasCount(2);
        look(page, "tray");
        page.locator("form[action='/tray/keep'] input[name=name]").fill("Necks for the hearing");
        page.locator("form[action='/tray/keep'] textarea").fill("our weak point");
        page.locator("form[action='/tray/keep'] button").click();
        page.waitForURL(Pattern.compile("/folders/"));
        assertEquals(page.url(), page.locator("#link").inputValue());
        page.locator(".saved-list summary").first().click();
        page.locator(".saved-list textarea").first().fill("see page four");
        page.locator(".saved-list button:has-text('Save note')").first().click();
        assertThat(page.locator(".saved-list .note")).hasText("see page four");
        look(page, "folder");
        var other = site.page();
        other.navigate(page.url());
        assertThat(other.locator("h1")).hasText("Necks for the hearing");
        assertThat(other.locator(".note")).hasCount(0);
        assertThat(other.locator(".kicker")).containsText("shared with you");
        page.navigate("/search?q=MRI");
        assertThat(page.locator(".tray-bar")).isHidden();
    }

    @Test
    void itAllWorksWithoutScripts() {
        var page = site.pageWithoutScripts();
        page.navigate("/search?q=MRI");
        page.locator(".pick input").nth(0).check();
        page.locator(".pick input").nth(1).check();
        page.locator("button:has-text('Add selected to tray')").click();
        assertTrue(page.url().contains("/tray"), page.url());
        assertThat(page.locator(".saved-list li")).hasCount(2);
        page.navigate("/search?q=MRI");
        assertThat(page.locator(".pick input:checked")).hasCount(2);
        page.locator(".tray-bar a").click();
        page.locator(".saved-list button:has-text('Remove')").first().click();
        assertThat(page.locator(".saved-list li")).hasCount(1);
    }

    @Test
    void aVisitorWhoMayChangeNothingSelectsInTheTab() {
        try (var chromium = new Chromium();
                var open = BrowserSite.readOnly(chromium)) {
            var page = open.page();
            page.navigate("/search?q=MRI");
            tick(page, 0, 1);
            page.navigate("/search?q=spine");
            tick(page, 1, 2);
            page.reload();
            assertThat(page.locator(".tray-bar .n")).hasText("2");
            look(page, "results-visitor");
            page.locator(".tray-bar a.button").click();
            assertThat(page.locator(".saved-list li")).hasCount(2);
            assertEquals(page.url(), page.locator("#link").inputValue());
            assertThat(page.locator("button:has-text('Remove')")).hasCount(0);
            look(page, "list-visitor");
            page.locator("a.button:has-text('Compare')").click();
            assertThat(page.locator("h1")).hasText("Issues side by side");
            var plain = open.pageWithoutScripts();
            plain.navigate("/search?q=MRI");
            plain.locator(".pick input").nth(0).check();
            plain.locator("button:has-text('Show selected')").click();
            assertThat(plain.locator(".saved-list li")).hasCount(1);
        }
    }

    @Test
    void savingHandsOverTheLink() {
        var page = site.page();
        page.navigate("/search?q=MRI");
        page.getByText("Save search").click();
        page.locator(".save input[name=note]").fill("private");
        page.locator("details.save button[type=submit]").click();
        page.waitForURL(Pattern.compile("/s/[^/]+$"));
        assertThat(page.locator(".notice")).containsText("Saved");
        assertEquals(page.url(), page.locator("#link").inputValue());
        page.locator("button[data-copy=link]").click();
        assertThat(page.locator("button[data-copy=link]")).hasText(Pattern.compile("Copied|Selected.*"));
        look(page, "saved-link-new");
        var other = site.page(390, ColorScheme.DARK);
        other.navigate(page.url());
        assertThat(other.locator(".kicker")).containsText("shared with you");
        look(other, "saved-link-others");
    }

    @Test
    void thePagesFitAPhone() {
        var page = site.page(390, ColorScheme.DARK);
        page.navigate("/search?q=MRI");
        tick(page, 0, 1);
        look(page, "results-tray-phone");
        page.navigate("/tray");
        look(page, "tray-phone");
        assertEquals(
                true,
                page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                "nothing scrolls sideways");
    }

    private static void tick(Page page, int place, int count) {
        page.locator(".pick input").nth(place).check();
        assertThat(page.locator(".tray-bar .n")).hasText(Integer.toString(count));
    }

    private static void look(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertEquals(
                List.of(),
                new AxeBuilder(page)
                        .setLegacyMode(true).analyze().getViolations().stream()
                                .map(r -> r.getId() + ": "
                                        + r.getNodes().getFirst().getHtml())
                                .toList(),
                name);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/set-aside-" + name + ".png")));
    }
}
