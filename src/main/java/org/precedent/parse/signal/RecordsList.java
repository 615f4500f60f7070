package org.precedent.parse.signal;

import java.util.Locale;
import java.util.regex.Pattern;
import org.precedent.vocabulary.SignalRules;

/**
 * Looks at the list of the records a reviewer went by.
 */
final class RecordsList {
    /** Two days with "to", "through" or a dash between them. */
    private static final Pattern RANGE = Pattern.compile(
            "\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4}\\s*(?:-|\u2013|to|thru|through|and)\\s*\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private RecordsList() {}

    /**
     * Whether records are named by ranges of dates, and not one by what it is: no report, note or study is named.
     */
    static boolean isOnlyDateRanges(String list, SignalRules rules) {
        return RANGE.matcher(list).find()
                && WORD.matcher(list)
                        .results()
                        .map(word -> word.group().toLowerCase(Locale.ROOT))
                        .noneMatch(rules::namesRecord);
    }
}
