package org.precedent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What people come to do, done in a browser.
 */
class JourneysTest {
    private static BrowserSite site;

    @BeforeAll
    static void open() {
        site = new BrowserSite();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void aReviewerFindsNarrowsReadsComparesAndCites() {
        var page = site.page();
        page.navigate("/");
        page.locator("#q").fill("MRI");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("determination");
        var before = page.locator("h1").innerText();
        page.locator("[data-facet=decision] a.v").filter(named("Upheld")).click();
        assertThat(page.locator(".pinned .chosen")).containsText("Upheld");
        assertThat(page.locator("#live")).containsText("determination");
        page.goBack();
        assertThat(page.locator("h1")).hasText(before);
        page.locator("input[name=i]").nth(0).check();
        page.locator("input[name=i]").nth(1).check();
        page.locator("button.picker").click();
        assertThat(page.locator("h1")).hasText("Issues side by side");
        page.goBack();
        page.locator(".letter h3 a").first().click();
        assertTrue(page.url().contains("#issue-"), page.url());
        page.getByText("Cite this issue").first().click();
        assertThat(page.locator(".citations .plain").first()).containsText("Final Determination");
    }

    @Test
    void anAttorneySavesALinkAndComesBack() {
        var page = site.page();
        page.navigate("/search?q=X-ray+cervical+upheld");
        assertThat(page.locator(".understood li")).hasCount(3);
        page.getByText("Save search").click();
        page.locator(".save input[name=name]").fill("Neck films");
        page.getByText("Save and get a link").click();
        page.waitForURL(Pattern.compile("/s/[^/]+$"));
        var link = page.url();
        page.navigate("/saved");
        assertThat(page.locator("main")).containsText("Neck films");
        var somebody = site.page();
        somebody.navigate(link);
        assertThat(somebody.locator("main")).containsText("Neck films");
    }

    @Test
    void aPhoneShowsFoldedFiltersAndNeverScrollsSideways() {
        var page = site.page(360, ColorScheme.LIGHT);
        page.navigate("/search?q=MRI&decision=Upheld");
        assertThat(page.locator(".fold > summary")).hasText("Filters (1 active)");
        assertThat(page.locator("[data-facet=region] .v").first()).not().isInViewport();
        page.locator(".fold > summary").click();
        assertThat(page.locator("[data-facet=modality] .v").first()).isVisible();
    }

    @Test
    void theKeyboardAloneWillDo() {
        var page = site.page();
        page.navigate("/search");
        page.keyboard().press("/");
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(page.locator("a.open").nth(1)).isFocused();
        page.keyboard().press("k");
        assertThat(page.locator("a.open").first()).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("/determinations/"));
        var first = page.locator("h1").innerText();
        page.keyboard().press("]");
        assertThat(page.locator("h1")).not().hasText(first);
        page.keyboard().press("[");
        assertThat(page.locator("h1")).hasText(first);
        page.keyboard().press("?");
        page.waitForURL(Pattern.compile("/help"));
        page.locator("#keys-on").uncheck();
        page.keyboard().press("/");
        assertThat(page.locator("#q")).not().isFocused();
    }

    @Test
    void completionsFollowTheKeys() {
        var page = site.page();
        page.navigate("/");
        page.locator("#q").pressSequentially("cerv");
        assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();
        page.keyboard().press("ArrowDown");
        assertThat(page.getByRole(AriaRole.OPTION).first()).hasAttribute("aria-selected", "true");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("/search\\?q="));
    }

    @Test
    void nothingNeedsScripts() {
        var page = site.pageWithoutScripts();
        page.navigate("/");
        page.locator("#q").fill("MRI");
        page.locator("main button[type=submit]").first().click();
        page.locator("[data-facet=decision] a.v").filter(named("Upheld")).click();
        assertThat(page.locator(".pinned .chosen")).containsText("Upheld");
        page.locator("a.chip").first().click();
        assertEquals(0, page.locator(".pinned .chosen").count());
        page.locator(".letter h3 a").first().click();
        assertThat(page.locator(".rationale").first()).isVisible();
        page.locator(".trail .back").click();
        page.getByText("Save search").click();
        page.getByText("Save and get a link").click();
        page.waitForURL(Pattern.compile("/s/[^/]+$"));
    }

    @Test
    void focusStaysWithTheFacetThatWasClicked() {
        var page = site.page();
        page.navigate("/search");
        page.locator("[data-facet=decision] a.v").filter(named("Upheld")).focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".pinned .chosen a")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".pinned .chosen")).hasCount(0);
        assertThat(page.locator("[data-facet=decision] a.v").filter(named("Upheld")))
                .isFocused();
    }

    private static com.microsoft.playwright.Locator.FilterOptions named(String text) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNoScriptFails() {
        var page = site.page();
        var errors = new java.util.ArrayList<String>();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error")) {
                errors.add(m.text());
            }
        });
        page.onPageError(errors::add);
        page.onRequest(r -> {
            if (!r.url().startsWith("http://127.0.0.1:")) {
                errors.add(r.url());
            }
        });
        for (var path : Pages.GOOD) {
            page.navigate(path, new Page.NavigateOptions());
        }
        assertEquals(java.util.List.of(), errors);
    }
}
