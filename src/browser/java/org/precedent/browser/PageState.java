package org.precedent.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A page in a certain state, for visual checks.
 *
 * @param name file name of its screenshots
 * @param site the site that serves it
 * @param path of the page
 * @param act actions that bring the page into the state
 */
record PageState(String name, BrowserSite site, String path, Consumer<Page> act) {
    private static final String CITING =
            "See IMR Case No. CM18-0000024 and CM99-9999999; MTUS Low Back Complaints (2004)."
                    + " The Sports Handbook says otherwise.";

    /** The page right after loading. */
    PageState(String name, BrowserSite site, String path) {
        this(name, site, path, page -> {});
    }

    /** Opens the page and brings it into this state. */
    void open(Page page) {
        page.navigate(path);
        act.accept(page);
    }

    /** Every page of the full site, in each of its states. */
    static Stream<PageState> of(BrowserSite site) {
        return Stream.of(pages(site), results(site), letters(site), wrong(site)).flatMap(List::stream);
    }

    private static List<PageState> pages(BrowserSite site) {
        return List.of(
                new PageState("home", site, "/"),
                new PageState("help", site, "/help"),
                new PageState("about", site, "/about"),
                new PageState("insights", site, "/insights"),
                new PageState("insights-treatment", site, "/insights?by=treatment&sort=issues"),
                new PageState("insights-month", site, "/insights?by=month&not.modality=CT"),
                new PageState("insights-cross", site, "/insights?q=MRI&by=region&by=month"),
                new PageState("insights-bars", site, "/insights?by=specialty&by=treatment"),
                new PageState("insights-split", site, "/insights/split?by=region"),
                new PageState("insights-coverage", site, "/insights/coverage"),
                new PageState("guidelines", site, "/guidelines"),
                new PageState("guideline", site, "/guidelines/mtus/low-back-complaints"),
                new PageState("treatments", site, "/treatments"),
                new PageState("treatment", site, "/treatments/pharmaceuticals"),
                new PageState(
                        "api",
                        site,
                        "/api",
                        page -> page.locator("details summary").first().click()),
                new PageState("saved-none", site, "/saved"),
                new PageState("saved-list", site, "/search?q=MRI", page -> {
                    save(page, "Films of the neck before any treatment by hand, for the hearing in June");
                    page.navigate("/saved");
                    page.getByText("Change or delete").first().click();
                }),
                new PageState("saved-link", site, "/search?q=MRI", page -> save(page, "Neck films")),
                new PageState("cite", site, "/cite"),
                new PageState("cite-found", site, "/cite", page -> {
                    page.locator("textarea").fill(CITING);
                    page.getByText("Check", new Page.GetByTextOptions().setExact(true))
                            .click();
                    page.locator("#cases").waitFor();
                }),
                new PageState("shortcuts", site, "/search?q=MRI", page -> {
                    page.keyboard().press("?");
                    page.locator("dialog[open] kbd").first().waitFor();
                }),
                new PageState("guidelines", site, "/guidelines"),
                new PageState("treatments", site, "/treatments"),
                new PageState("tray-none", site, "/tray"),
                new PageState("folders-none", site, "/folders"),
                new PageState("facet-region", site, "/facets/region?q=MRI"),
                new PageState("outcomes", site, "/search/outcomes?q=MRI"),
                new PageState("facet-guideline", site, "/facets/guideline"),
                new PageState("facet-found", site, "/facets/guideline?find=neck&order=az"));
    }

    private static List<PageState> results(BrowserSite site) {
        return List.of(
                new PageState("results-all", site, "/search"),
                new PageState(
                        "results", site, "/search?q=MRI+conservative&decision=Upheld&not.region=Knee&from=2010-01-01"),
                new PageState("results-understood", site, "/search?q=X-ray+cervical+upheld"),
                new PageState("results-most-words", site, "/search?q=brace+after+fracture+when+therapy+has+not+failed"),
                new PageState("results-table", site, "/search?q=MRI&view=table"),
                new PageState("results-none", site, "/search?q=zzzqqq+lumbar&modality=CT"),
                new PageState("results-spelling", site, "/search?q=cervicle+fusoin"),
                new PageState("results-page-beyond", site, "/search?q=MRI&page=999"),
                new PageState(
                        "results-menu",
                        site,
                        "/search?q=MRI",
                        page -> page.getByText("Save search").click()),
                new PageState("results-typing", site, "/search", page -> {
                    page.locator("#q").pressSequentially("cerv");
                    page.locator("#suggestions li").first().waitFor();
                }),
                new PageState("results-full-list", site, "/search", page -> {
                    page.locator("[data-facet=guideline] .all").click();
                    page.locator("dialog[open] .wide").waitFor();
                }));
    }

    private static List<PageState> letters(BrowserSite site) {
        return List.of(
                new PageState("letter", site, site.letter("q=conservative")),
                new PageState(
                        "letter-opened",
                        site,
                        site.letter("q=MRI"),
                        page -> page.locator("details.more")
                                .all()
                                .forEach(d -> d.locator("> summary").click())),
                new PageState(
                        "letter-long", site, "/determinations/" + BrowserCorpus.LONG + "?search=q%3Dflags#issue-7"),
                new PageState("letter-scanned", site, "/determinations/" + BrowserCorpus.SCANNED),
                new PageState("compare-two", site, site.comparison("q=MRI", 2)),
                new PageState("compare-four", site, site.comparison("q=MRI", 4)),
                new PageState("compare-unknown", site, site.comparison("q=MRI", 2) + "&i=CM00-0000000%3A1"));
    }

    private static List<PageState> wrong(BrowserSite site) {
        return List.of(
                new PageState("wrong-query", site, "/search?q=neck+%22open&modality=CT"),
                new PageState("wrong-parameter", site, "/search?regoin=x"),
                new PageState("wrong-letter", site, "/determinations/unknown"),
                new PageState("wrong-compare", site, "/compare?i=" + BrowserCorpus.LONG + ":1"),
                new PageState("wrong-path", site, "/nowhere"));
    }

    private static void save(Page page, String name) {
        page.getByText("Save search").click();
        page.locator(".save input[name=name]").fill(name);
        page.locator(".save input[name=note]").fill("Compare with the ones of last year");
        page.locator("details.save button[type=submit]").click();
        page.waitForURL("**/s/*");
    }
}
