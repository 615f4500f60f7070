package org.precedent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The common tasks of users, end to end in a browser.
 */
class JourneysTest extends FullSiteTest {
    @Test
    void aReviewerFindsNarrowsReadsComparesAndCites() {
        var page = site.page();
        page.navigate("/");
        page.locator("#q").fill("MRI");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("determination");
        var before = page.locator("h1").innerText();
        value(page, "decision", "Upheld").click();
        assertThat(page.locator("[data-facet=decision] .pinned .chosen")).containsText("Upheld");
        assertThat(page.locator("#live")).containsText("determination");
        assertThat(page.locator(".sentence")).containsText("Issues about MRI · upheld");
        page.goBack();
        assertThat(page.locator("h1")).hasText(before);
        page.locator("input[name=i]").nth(0).check();
        page.locator("input[name=i]").nth(1).check();
        page.locator(".tray-bar button:has-text('Compare')").click();
        assertThat(page.locator("h1")).hasText("Issues side by side");
        page.goBack();
        page.locator(".letter h2 a").first().click();
        assertTrue(page.url().contains("#issue-"), page.url());
        page.getByText("Cite this issue").first().click();
        assertThat(page.locator(".citations .plain").first()).containsText("Final Determination");
        page.locator(".citations .copy").first().click();
        assertThat(page.locator(".citations .copy").first()).hasText(Pattern.compile("Copied|Selected"));
        page.locator(".trail .back").click();
        assertThat(page.locator("h1")).hasText(before);
    }

    @Test
    void anAttorneySavesALinkAndComesBack() {
        var page = site.page();
        page.navigate("/search?q=X-ray+cervical+upheld");
        assertThat(page.locator(".understood li")).hasCount(3);
        assertThat(page.locator(".sentence")).containsText("Issues about X-ray · cervical spine · upheld");
        assertThat(page.locator(".letter .badge.overturned")).hasCount(0);
        page.getByText("Save search").click();
        page.locator(".save input[name=name]").fill("Neck films");
        page.locator("details.save button[type=submit]").click();
        page.waitForURL(Pattern.compile("/s/[^/]+$"));
        var link = page.url();
        page.navigate("/saved");
        assertThat(page.locator("main")).containsText("Neck films");
        var somebody = site.page();
        somebody.navigate(link);
        assertThat(somebody.locator("main")).containsText("Neck films");
        somebody.getByText("Open the search").click();
        assertThat(somebody.locator("#q")).hasValue("X-ray cervical upheld");
    }

    @Test
    void phoneUserFiltersReadsAndContinues() {
        var page = site.page(new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setHasTouch(true)
                .setIsMobile(true));
        page.navigate("/search?q=MRI&decision=Upheld");
        assertThat(page.locator(".fold > summary")).hasText("Filters (2 active)");
        assertThat(page.locator("[data-facet=region] .values a").first()).not().isInViewport();
        page.locator(".fold > summary").tap();
        page.evaluate("document.querySelector('.fold').scrollTop = 60");
        var place = page.evaluate("document.querySelector('.fold').scrollTop");
        value(page, "region", "Spine").first().tap();
        assertThat(page.locator(".fold > summary")).hasText("Filters (3 active)");
        assertThat(page.locator("[data-facet=region] .chosen")).isVisible();
        assertEquals(place, page.evaluate("document.querySelector('.fold').scrollTop"));
        var found = page.locator("h1").innerText().replaceFirst("(?s)^(\\d+ determinations?).*", "$1");
        assertThat(page.locator(".fold .show")).hasText("Show " + found);
        page.locator(".fold .show").tap();
        assertThat(page.locator(".fold .show")).isHidden();
        assertThat(page.locator("#results")).isFocused();
        page.locator(".letter h2 a").first().tap();
        assertThat(page.locator(".rationale").first()).isVisible();
        var first = page.locator("h1").innerText();
        page.locator(".trail [rel~=next]").tap();
        assertThat(page.locator("h1")).not().hasText(first);
        assertEquals(360, page.evaluate("document.documentElement.scrollWidth"));
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
        page.locator("dialog[open] a").click();
        page.waitForURL(Pattern.compile("/help"));
        page.locator("#keys-on").uncheck();
        page.keyboard().press("/");
        assertThat(page.locator("#q")).not().isFocused();
    }

    @Test
    void tabsLeadPastTheMastToFiltersAndResults() {
        var page = site.page();
        page.navigate("/search?q=conservative");
        assertThat(page.locator("body")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to filters")).isFocused();
        assertThat(page.getByText("Skip to filters")).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("#filters")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator("[data-facet=modality] .values a").first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-facet=modality] .chosen a")).isFocused();
        page.keyboard().press("Tab");
        assertNotEquals("none", page.evaluate("getComputedStyle(document.activeElement).outlineStyle"));
    }

    @Test
    void everythingToPressIsLargeEnough() {
        var page = site.page(360, ColorScheme.LIGHT);
        for (var path : List.of("/", "/search?q=MRI", site.letter("q=MRI"), "/saved")) {
            page.navigate(path);
            assertEquals(List.of(), page.evaluate("""
                            [...document.querySelectorAll('main :is(a, button, summary, input:not([type=hidden]))')]
                              .filter(e => e.checkVisibility() && getComputedStyle(e).display !== 'inline')
                              .map(e => [e.closest('label') ?? e, e])
                              .filter(([box]) => { const r = box.getBoundingClientRect(); return r.width > 1 && (r.height < 24 || r.width < 24); })
                              .map(([box, e]) => e.outerHTML.slice(0, 120))"""), path);
        }
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
    void browserRemembersSearchesUnlessTurnedOff() {
        var page = site.page();
        page.navigate("/search?q=conservative&decision=Upheld");
        page.navigate("/");
        page.locator("#q").focus();
        page.waitForCondition(() -> page.locator("#q[role=combobox]").count() == 1);
        page.keyboard().press("ArrowDown");
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("conservative");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL("**/search?q=conservative&decision=Upheld");
        page.navigate("/saved");
        assertThat(page.locator("#past li")).hasCount(1);
        page.locator("#past-clear").click();
        assertThat(page.locator("#past li")).hasCount(0);
        page.locator("#remember-on").uncheck();
        page.navigate("/search?q=conservative");
        page.navigate("/saved");
        assertThat(page.locator("#remember-on")).not().isChecked();
        assertThat(page.locator("#past li")).hasCount(0);
    }

    @Test
    void aFacetsFullListOpensInFrontAndCanBeSearched() {
        var page = site.page();
        page.navigate("/search");
        var all = page.locator("[data-facet=region] .all");
        all.click();
        var dialog = page.locator("dialog[open]");
        assertThat(dialog.locator("[name=find]")).isFocused();
        dialog.locator("[name=find]").fill("cervical");
        assertThat(dialog.locator(".wide li:not([hidden])")).hasCount(1);
        page.keyboard().press("Escape"); // clears the search field
        page.keyboard().press("Escape");
        assertThat(all).isFocused();
        all.click();
        dialog.getByText("Order A–Z").click();
        dialog.locator(".values a").filter(named("Cervical spine")).click();
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(page.locator("[data-facet=region] .chosen")).containsText("Cervical spine");
        assertThat(page.locator("#results")).isFocused();
        page.locator("[data-facet=region] .all").click();
        dialog.locator(".values button").first().click();
        assertThat(page.locator("[data-facet=region] .not")).hasCount(1);
    }

    @Test
    void backReturnsToTheVeryPlaceWithOnePressEach() {
        var page = site.page();
        page.navigate("/search");
        var all = page.locator("h1").innerText();
        page.locator("#q").pressSequentially("MRI");
        page.keyboard().press("Enter");
        assertThat(page).hasTitle(Pattern.compile("^MRI – .*"));
        value(page, "decision", "Upheld").click();
        assertThat(page).hasTitle(Pattern.compile("^MRI · Upheld – .*"));
        page.evaluate("scrollTo(0, 700)");
        page.waitForCondition(() -> Integer.valueOf(700).equals(page.evaluate("history.state?.top")));
        page.locator(".letter h2 a").nth(3).click();
        page.waitForURL("**/determinations/**");
        page.goBack();
        assertThat(page.locator("[data-facet=decision] .pinned .chosen")).containsText("Upheld");
        page.waitForCondition(() -> Integer.valueOf(700).equals(page.evaluate("Math.round(scrollY)")));
        page.goBack();
        assertThat(page.locator("#q")).hasValue("MRI");
        assertThat(page.locator("[data-facet=decision] .pinned .chosen")).hasCount(0);
        page.goBack();
        assertThat(page.locator("#q")).hasValue("");
        assertThat(page.locator("h1")).hasText(all);
    }

    @Test
    void nothingNeedsScripts() {
        var page = site.pageWithoutScripts();
        page.navigate("/");
        page.locator("#q").fill("MRI");
        page.locator("main button[type=submit]").first().click();
        value(page, "decision", "Upheld").click();
        assertThat(page.locator("[data-facet=decision] .pinned .chosen")).containsText("Upheld");
        page.locator("a.chip:has-text('Upheld')").first().click();
        assertEquals(0, page.locator("[data-facet=decision] .pinned .chosen").count());
        page.locator("[data-facet=decision] .values button").first().click();
        assertThat(page.locator("[data-facet=decision] .not")).hasCount(1);
        page.locator(".clear").click();
        page.locator("[data-facet=region] .all").click();
        page.locator("[name=find]").fill("cervical");
        page.getByText("Find", new Page.GetByTextOptions().setExact(true)).click();
        page.locator(".values a").first().click();
        assertThat(page.locator("[data-facet=region] .chosen")).containsText("Cervical");
        page.locator("input[name=i]").nth(0).check();
        page.locator("input[name=i]").nth(1).check();
        page.locator("button.picker:has-text('Compare selected')").click();
        assertThat(page.locator("h1")).hasText("Issues side by side");
        page.goBack();
        page.locator(".letter h2 a").first().click();
        assertThat(page.locator(".rationale").first()).isVisible();
        page.getByText("Cite this issue").first().click();
        assertThat(page.locator(".citations .plain").first()).isVisible();
        page.locator(".trail .back").click();
        page.getByText("Save search").click();
        page.locator("details.save button[type=submit]").click();
        page.waitForURL(Pattern.compile("/s/[^/]+$"));
    }

    @Test
    void focusStaysWithTheFacetThatWasClicked() {
        var page = site.page();
        page.navigate("/search");
        value(page, "decision", "Upheld").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".pinned .chosen a")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-facet=decision] .pinned .chosen")).hasCount(0);
        assertThat(value(page, "decision", "Upheld")).isFocused();
    }

    // Both uncompressed and as transferred: the page, its style sheet, and its scripts.
    @Test
    void aResultPageWeighsLittle() {
        var page = site.page();
        var written = new AtomicInteger();
        var sent = new AtomicInteger();
        page.onResponse(r -> {
            written.addAndGet(r.body().length);
            sent.addAndGet(r.request().sizes().responseBodySize);
        });
        page.navigate("/search?q=MRI");
        assertTrue(written.get() < 60_000, () -> written + " bytes as written");
        assertTrue(sent.get() < 20_000, () -> sent + " bytes as sent");
    }

    @Test
    void theCitationOfTheIssueInViewAndAQuoteAreCopied() {
        var page = site.page();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate("/determinations/" + BrowserCorpus.LONG + "#issue-7");
        page.waitForFunction("document.querySelector('.toc [aria-current]')?.hash === '#issue-7'");
        page.keyboard().press("c");
        page.waitForFunction("navigator.clipboard.readText().then(t => t.includes('issue 7'))");
        page.evaluate("getSelection().selectAllChildren(document.querySelector('#issue-3 .rationale p'))");
        page.getByText("Copy quote with citation").click();
        page.waitForFunction("navigator.clipboard.readText().then(t => t.startsWith('“') && t.includes('issue 3'))");
        page.locator("#issue-3").getByText("Next issue").click();
        assertTrue(page.url().endsWith("#issue-4"), page.url());
    }

    @Test
    void theShortcutsAreShownInFrontOfThePage() {
        var page = site.page();
        page.navigate("/search?q=MRI");
        page.keyboard().press("?");
        assertThat(page.locator("dialog[open] kbd").first()).hasText("/");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        assertTrue(page.url().endsWith("/search?q=MRI"), page.url());
        page.keyboard().press("?");
        page.locator("dialog[open] .close").click();
        assertThat(page.locator("dialog")).hasCount(0);
    }

    @Test
    void excludeIconsShowOnHoverAndFocus() {
        var page = site.page();
        page.navigate("/search?q=MRI");
        var row = page.locator("[data-facet=decision] .values li").first();
        assertThat(row.locator("button")).hasCSS("opacity", "0");
        row.hover();
        assertThat(row.locator("button")).hasCSS("opacity", "1");
        page.mouse().move(0, 0);
        assertThat(row.locator("button")).hasCSS("opacity", "0");
        row.locator("button").focus();
        assertThat(row.locator("button")).hasCSS("opacity", "1");
    }

    @Test
    void aServerThatDoesNotAnswerLosesNothing() {
        var page = site.page();
        page.navigate("/search?q=MRI");
        page.context().setOffline(true);
        value(page, "decision", "Upheld").click();
        assertThat(page.locator(".gone-away")).containsText("Your search is kept");
        assertThat(page.locator("#q")).hasValue("MRI");
        page.context().setOffline(false);
        value(page, "decision", "Upheld").click();
        assertThat(page.locator("[data-facet=decision] .pinned .chosen")).containsText("Upheld");
        assertThat(page.locator(".gone-away")).hasCount(0);
    }

    @Test
    void theFirstResultIsAboveTheFold() {
        for (int[] screen : List.of(new int[] {1280, 800}, new int[] {390, 844})) {
            var page = site.page(new Browser.NewContextOptions().setViewportSize(screen[0], screen[1]));
            for (var path : List.of(
                    "/search",
                    "/search?q=X-ray+cervical+upheld",
                    "/search?q=MRI+conservative&decision=Upheld&not.region=Knee&from=2010-01-01",
                    "/search?q=brace+after+fracture+when+therapy+has+not+failed")) {
                page.navigate(path);
                var decision = page.locator(".letter .badge").first().boundingBox();
                assertTrue(
                        decision.y + decision.height < screen[1] * 0.8,
                        () -> path + " at " + screen[0] + ": decision ends at " + (decision.y + decision.height));
            }
            page.context().close();
        }
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNoScriptFails() {
        var page = site.page();
        var errors = new ArrayList<String>();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error")) {
                errors.add(m.text());
            }
        });
        page.onPageError(errors::add);
        page.onRequest(r -> {
            if (!r.url().startsWith(site.origin())) {
                errors.add(r.url());
            }
        });
        PageState.of(site).filter(look -> !look.name().startsWith("wrong")).forEach(look -> look.open(page));
        assertEquals(List.of(), errors);
    }

    private static Locator value(Page page, String facet, String label) {
        return page.locator("[data-facet=" + facet + "] .values a").filter(named(label));
    }

    private static Locator.FilterOptions named(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
