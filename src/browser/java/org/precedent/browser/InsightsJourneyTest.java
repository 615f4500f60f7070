package org.precedent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * From a search result to its outcome statistics, and from a figure back to the issues behind it.
 */
class InsightsJourneyTest extends FullSiteTest {
    @Test
    void anAnalystCrossesASearchAndOpensTheIssuesOfAFigure() {
        var page = site.page();
        page.navigate("/search?q=MRI");
        page.locator("details.charts summary").first().click();
        page.locator(".see a")
                .filter(new Locator.FilterOptions().setHasText("body region"))
                .click();
        assertThat(page.locator("h1")).hasText("Outcomes by body region");
        assertThat(page.locator("a.chip")).containsText("MRI");
        page.locator("select[name=by]").nth(1).selectOption("month");
        page.locator("form.cross button").click();
        assertThat(page.locator("h1")).hasText("Outcomes by body region and month decided");
        var figure = page.locator("td.whole a[aria-label$=issues]").first();
        var issues = figure.innerText();
        figure.click();
        assertThat(page.locator("h1 .issues")).hasText(Pattern.compile("^" + issues + " issues?$"));
    }

    @Test
    void theChartsOfAResultAreDrawnWhenTheyAreOpened() {
        var page = site.page();
        page.navigate("/search?q=MRI");
        var menu = page.locator("details.charts");
        assertThat(menu.locator("svg")).hasCount(0);
        menu.locator("summary").click();
        assertThat(menu.locator(".outcomes svg")).isVisible();
        menu.locator(".key a")
                .filter(new Locator.FilterOptions().setHasText("Upheld"))
                .click();
        assertThat(page.locator("a.chip").last()).containsText("Upheld");
    }

    @Test
    void withoutScriptsTheChartsOfAResultAreAPage() {
        var page = site.page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate("/search?q=MRI");
        page.locator("details.charts summary").click();
        page.locator("details.charts a").first().click();
        assertThat(page.locator("h1")).hasText("Outcomes");
        assertThat(page.locator(".charts .outcomes svg")).isVisible();
        page.locator(".trail a").click();
        assertThat(page.locator(".letter").first()).isVisible();
        page.locator("details.charts summary").click();
        page.locator("details.charts a").last().click();
        assertThat(page.locator("h1")).hasText(Pattern.compile("outcomes", Pattern.CASE_INSENSITIVE));
        assertThat(page).hasURL(Pattern.compile("/insights\\?.*MRI"));
    }

    @Test
    void columnHeadingsSortWithoutScriptsAndShowTheOrder() {
        var page = site.page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate("/insights?by=region");
        page.locator("thead a")
                .filter(new Locator.FilterOptions().setHasText("Issues"))
                .click();
        assertThat(page.locator("th[aria-sort=descending]")).containsText("Issues");
        var issues = page.locator("tbody tr td:nth-of-type(1)").allInnerTexts().stream()
                .map(Integer::valueOf)
                .toList();
        assertTrue(issues.size() > 5, issues.toString());
        assertEquals(issues.stream().sorted(Comparator.reverseOrder()).toList(), issues);
        page.locator("th[aria-sort] a").click();
        assertThat(page.locator("th[aria-sort]")).hasCount(0);
    }

    @Test
    void thePointsOfAChartAreReachedAndOpenedByKeys() {
        var page = site.page();
        page.navigate("/insights?by=month");
        var point = page.locator(".line-chart a").first();
        point.focus();
        assertThat(point).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("/search\\?.*from="));
    }
}
