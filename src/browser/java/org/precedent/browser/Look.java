package org.precedent.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A page in some state, to be looked at.
 *
 * @param name of its pictures
 * @param site serves it
 * @param path of the page
 * @param act brings it into the state
 */
record Look(String name, BrowserSite site, String path, Consumer<Page> act) {
    private static final String CITING =
            "See IMR Case No. CM18-0000024 and CM99-9999999; MTUS Low Back Complaints (2004)."
                    + " The Sports Handbook says otherwise.";

    /** The page as it comes. */
    Look(String name, BrowserSite site, String path) {
        this(name, site, path, page -> {});
    }

    /** Opens it in a page. */
    void open(Page page) {
        page.navigate(path);
        act.accept(page);
    }

    /** Every page of the full site, and its states. */
    static Stream<Look> of(BrowserSite site) {
        return Stream.of(pages(site), results(site), letters(site), wrong(site)).flatMap(List::stream);
    }

    private static List<Look> pages(BrowserSite site) {
        return List.of(
                new Look("home", site, "/"),
                new Look("help", site, "/help"),
                new Look("about", site, "/about"),
                new Look("insights", site, "/insights"),
                new Look("insights-treatment", site, "/insights?by=treatment&sort=issues"),
                new Look("insights-month", site, "/insights?by=month&not.modality=CT"),
                new Look("insights-cross", site, "/insights?q=MRI&by=region&by=month"),
                new Look("insights-bars", site, "/insights?by=specialty&by=treatment"),
                new Look("insights-split", site, "/insights/split?by=region"),
                new Look("insights-coverage", site, "/insights/coverage"),
                new Look("guidelines", site, "/guidelines"),
                new Look("guideline", site, "/guidelines/mtus/low-back-complaints"),
                new Look("treatments", site, "/treatments"),
                new Look("treatment", site, "/treatments/pharmaceuticals"),
                new Look(
                        "api",
                        site,
                        "/api",
                        page -> page.locator("details summary").first().click()),
                new Look("saved-none", site, "/saved"),
                new Look("saved-list", site, "/search?q=MRI", page -> {
                    save(page, "Films of the neck before any treatment by hand, for the hearing in June");
                    page.navigate("/saved");
                    page.getByText("Change or delete").first().click();
                }),
                new Look("saved-link", site, "/search?q=MRI", page -> save(page, "Neck films")),
                new Look("cite", site, "/cite"),
                new Look("cite-found", site, "/cite", page -> {
                    page.locator("textarea").fill(CITING);
                    page.getByText("Check", new Page.GetByTextOptions().setExact(true))
                            .click();
                    page.locator("#cases").waitFor();
                }),
                new Look("shortcuts", site, "/search?q=MRI", page -> {
                    page.keyboard().press("?");
                    page.locator("dialog[open] kbd").first().waitFor();
                }),
                new Look("guidelines", site, "/guidelines"),
                new Look("treatments", site, "/treatments"),
                new Look("tray-none", site, "/tray"),
                new Look("folders-none", site, "/folders"),
                new Look("facet-region", site, "/facets/region?q=MRI"),
                new Look("outcomes", site, "/search/outcomes?q=MRI"),
                new Look("facet-guideline", site, "/facets/guideline"),
                new Look("facet-found", site, "/facets/guideline?find=neck&order=az"));
    }

    private static List<Look> results(BrowserSite site) {
        return List.of(
                new Look("results-all", site, "/search"),
                new Look("results", site, "/search?q=MRI+conservative&decision=Upheld&not.region=Knee&from=2010-01-01"),
                new Look("results-understood", site, "/search?q=X-ray+cervical+upheld"),
                new Look("results-most-words", site, "/search?q=brace+after+fracture+when+therapy+has+not+failed"),
                new Look("results-table", site, "/search?q=MRI&view=table"),
                new Look("results-none", site, "/search?q=zzzqqq+lumbar&modality=CT"),
                new Look("results-spelling", site, "/search?q=cervicle+fusoin"),
                new Look("results-page-beyond", site, "/search?q=MRI&page=999"),
                new Look(
                        "results-menu",
                        site,
                        "/search?q=MRI",
                        page -> page.getByText("Save search").click()),
                new Look("results-typing", site, "/search", page -> {
                    page.locator("#q").pressSequentially("cerv");
                    page.locator("#suggestions li").first().waitFor();
                }),
                new Look("results-full-list", site, "/search", page -> {
                    page.locator("[data-facet=guideline] .all").click();
                    page.locator("dialog[open] .wide").waitFor();
                }));
    }

    private static List<Look> letters(BrowserSite site) {
        return List.of(
                new Look("letter", site, site.letter("q=conservative")),
                new Look(
                        "letter-opened",
                        site,
                        site.letter("q=MRI"),
                        page -> page.locator("details.more")
                                .all()
                                .forEach(d -> d.locator("> summary").click())),
                new Look("letter-long", site, "/determinations/" + BrowserCorpus.LONG + "?search=q%3Dflags#issue-7"),
                new Look("letter-scanned", site, "/determinations/" + BrowserCorpus.SCANNED),
                new Look("compare-two", site, site.comparison("q=MRI", 2)),
                new Look("compare-four", site, site.comparison("q=MRI", 4)),
                new Look("compare-unknown", site, site.comparison("q=MRI", 2) + "&i=CM00-0000000%3A1"));
    }

    private static List<Look> wrong(BrowserSite site) {
        return List.of(
                new Look("wrong-query", site, "/search?q=neck+%22open&modality=CT"),
                new Look("wrong-parameter", site, "/search?regoin=x"),
                new Look("wrong-letter", site, "/determinations/unknown"),
                new Look("wrong-compare", site, "/compare?i=" + BrowserCorpus.LONG + ":1"),
                new Look("wrong-path", site, "/nowhere"));
    }

    private static void save(Page page, String name) {
        page.getByText("Save search").click();
        page.locator(".save input[name=name]").fill(name);
        page.locator(".save input[name=note]").fill("Compare with the ones of last year");
        page.locator("details.save button[type=submit]").click();
        page.waitForURL("**/s/*");
    }
}
