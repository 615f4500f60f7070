package org.precedent.parse.citation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Citation;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;

/**
 * Builds a {@link Citation} from its text: section and pages are recognized by their labels, the edition by a year.
 */
final class CitationBuilder {
    private static final Pattern SECTION =
            Pattern.compile("\\bSections?(?:\\(s\\))?\\s?:\\s*(.+)$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PAGES = Pattern.compile(
            "\\b(?:Pages?(?:\\(s\\))?\\s?:?|pgs?\\.|pp?\\.)\\s*(\\d++(?:\\s?-\\s?\\d++)?(?:(?:,| and|, and|;| &)?\\s\\d++(?:\\s?-\\s?\\d++)?)*+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d{2})\\b");
    private static final String AND = " and";

    private CitationBuilder() {}

    /**
     * Builds a citation.
     *
     * @param all the range of the whole citation
     * @param afterTitle end of its title
     */
    static Citation read(FoldedText letter, String family, Optional<String> title, Range all, int afterTitle) {
        var trimmed = withoutTail(letter, all);
        var rest = letter.counted(new Range(Math.min(afterTitle, trimmed.end()), trimmed.end()));
        var section = rest.matcher(SECTION);
        boolean hasSection = section.find();
        var pages = rest.matcher(PAGES);
        var year = rest.matcher(YEAR, 0, hasSection ? section.start() : rest.length());
        var yearBefore =
                letter.matcher(YEAR, trimmed.start(), Math.max(trimmed.start(), Math.min(afterTitle, trimmed.end())));
        return new Citation(
                family,
                title,
                year.find()
                        ? Optional.of(year.group(1))
                        : yearBefore.find() ? Optional.of(yearBefore.group(1)) : Optional.empty(),
                hasSection ? Optional.of(section.group(1)).filter(s -> !s.isBlank()) : Optional.empty(),
                pages.find() ? Optional.of(pages.group(1)) : Optional.empty(),
                letter.located(trimmed));
    }

    /** Removes trailing punctuation and a trailing "and", unless nothing else would be left. */
    private static Range withoutTail(FoldedText letter, Range all) {
        var text = letter.text();
        int end = withoutStops(text, all.start(), all.end());
        if (end - AND.length() > all.start() && text.startsWith(AND, end - AND.length())) {
            end = withoutStops(text, all.start(), end - AND.length());
        }
        return end > all.start() ? new Range(all.start(), end) : all;
    }

    private static int withoutStops(String text, int start, int end) {
        int last = end;
        while (last > start && (text.charAt(last - 1) <= ' ' || ",.;".indexOf(text.charAt(last - 1)) >= 0)) {
            last--;
        }
        return last;
    }
}
