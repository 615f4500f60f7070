package org.precedent.web.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.precedent.search.Match;
import org.precedent.search.SearchPage;
import org.precedent.web.view.PageText;

/**
 * Writes the notice that a plain-word search was widened so that not every word is required.
 */
public final class WideningNotice {
    /** Maximum number of words named; the others are counted. */
    private static final int NAMED = 6;

    private WideningNotice() {}

    /**
     * The notice, such as {@code 3 issues have all these words. Showing issues with at least 2 of "brace", "fracture", "failed" in the
     * request or rationale; "medical" is in most issues and only affects the order.} Empty if the search was not widened or nothing was
     * found.
     */
    public static Optional<String> sentence(SearchPage page) {
        var words = page.words();
        if (words.shown() == Match.ALL || page.total().issues() == 0) {
            return Optional.empty();
        }
        var notice = new StringBuilder(matchCount(words)).append(' ').append(describeResults(words));
        if (!words.common().isEmpty() && words.required() > 0) {
            notice.append("; ")
                    .append(quoted(words.common()))
                    .append(
                            words.common().size() == 1
                                    ? " is in most issues and only affects the order"
                                    : " are in most issues and only affect the order");
        }
        notice.append('.');
        if (!words.near().isEmpty() && words.required() > 0) {
            notice.append(" Words close in meaning to ")
                    .append(quoted(words.near()))
                    .append(" count too; they are marked with dots.");
        }
        if (!words.unknown().isEmpty()) {
            notice.append(" No issue has ").append(quoted(words.unknown())).append('.');
        }
        return Optional.of(notice.toString());
    }

    private static String matchCount(SearchPage.Words words) {
        long all = words.withAll().issues();
        if (words.total() == 1) {
            return all == 0
                    ? "No issue also has this word."
                    : PageText.count(all, "issue") + (all == 1 ? " also has" : " also have") + " this word.";
        }
        return all == 0
                ? "No issue has all these words."
                : PageText.count(all, "issue") + (all == 1 ? " has" : " have") + " all these words.";
    }

    private static String describeResults(SearchPage.Words words) {
        if (words.required() == 0) {
            return words.total() == 1
                    ? "The word only affects the order of the issues shown"
                    : "The words only affect the order of the issues shown";
        }
        var distinctive = words.distinctive();
        var which =
                distinctive.size() > NAMED ? "your " + distinctive.size() + " less common words" : quoted(distinctive);
        var part = words.required() == distinctive.size() ? which : "at least " + words.required() + " of " + which;
        return "Showing issues with " + part + " in the request or rationale";
    }

    private static String quoted(List<String> words) {
        return words.stream().map(w -> "“" + w + "”").collect(Collectors.joining(", "));
    }
}
