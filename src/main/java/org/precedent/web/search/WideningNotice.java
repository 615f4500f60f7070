package org.precedent.web.search;

import java.util.Optional;
import org.precedent.search.Match;
import org.precedent.search.SearchPage;
import org.precedent.web.view.PageText;

/**
 * Says that a search of plain words shows issues with most of them.
 */
public final class WideningNotice {
    private WideningNotice() {}

    /**
     * One sentence: {@code 3 issues have all these words; showing 41 with most of them (at least 2 of 5).} Empty where all the
     * words are there, and where nothing is found.
     */
    public static Optional<String> sentence(SearchPage page) {
        var words = page.words();
        if (words.of() < 2 || words.shown() == Match.ALL || page.total().issues() == 0) {
            return Optional.empty();
        }
        long all = words.withAll().issues();
        var have = all == 0
                ? "No issue has all these words"
                : PageText.count(all, "issue") + (all == 1 ? " has" : " have") + " all these words";
        return Optional.of(have + "; showing " + PageText.number(page.total().issues())
                + " with most of them (at least " + words.required() + " of " + words.of() + ").");
    }
}
