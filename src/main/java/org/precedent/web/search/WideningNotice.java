package org.precedent.web.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.precedent.search.Match;
import org.precedent.search.SearchPage;
import org.precedent.web.view.PageText;

/**
 * Says that a search of plain words was widened, and how.
 */
public final class WideningNotice {
    private WideningNotice() {}

    /**
     * One or two sentences: {@code 3 issues have all these words. Shown are issues with at least 2 of your 4 telling words in the
     * request or reasons; "medical" is in most issues and only ranks.} Empty where all the words are there, and where nothing is
     * found.
     */
    public static Optional<String> sentence(SearchPage page) {
        var words = page.words();
        if (words.shown() == Match.ALL || page.total().issues() == 0) {
            return Optional.empty();
        }
        var notice = new StringBuilder(have(words)).append(' ').append(shown(words));
        if (!words.common().isEmpty() && words.required() > 0) {
            notice.append("; ")
                    .append(quoted(words.common()))
                    .append(
                            words.common().size() == 1
                                    ? " is in most issues and only ranks"
                                    : " are in most issues and only rank");
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

    private static String have(SearchPage.Words words) {
        long all = words.withAll().issues();
        if (words.total() == 1) {
            return all == 0
                    ? "No issue has this word too."
                    : PageText.count(all, "issue") + (all == 1 ? " has" : " have") + " this word too.";
        }
        return all == 0
                ? "No issue has all these words."
                : PageText.count(all, "issue") + (all == 1 ? " has" : " have") + " all these words.";
    }

    private static String shown(SearchPage.Words words) {
        if (words.required() == 0) {
            return words.total() == 1 ? "The word only ranks the issues shown" : "The words only rank the issues shown";
        }
        int telling = words.telling().size();
        var part = words.required() == telling
                ? telling == 1 ? "your telling word" : "your " + telling + " telling words"
                : "at least " + words.required() + " of your " + telling + " telling words";
        return "Shown are issues with " + part + " in the request or reasons";
    }

    private static String quoted(List<String> words) {
        return words.stream().map(w -> "“" + w + "”").collect(Collectors.joining(", "));
    }
}
