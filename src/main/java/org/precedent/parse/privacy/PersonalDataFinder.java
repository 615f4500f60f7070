package org.precedent.parse.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.precedent.determination.Finding;
import org.precedent.determination.Span;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.Lexicon;

/**
 * Finds personal data: numbers, addresses and names that identify a person, which posted determinations do not contain. The letterhead of
 * an organization and the person who signs for it do not count.
 */
public final class PersonalDataFinder {
    private static final String MARKED = "[redacted ";
    private static final Pattern MARK = Pattern.compile("\\[redacted ([a-z -]{1,40})]");
    /** Maximum number of distinct names, found next to a label or title, that are then searched for in the whole text. */
    private static final int REPEATED_NAMES = 20;

    /** The kind and position of personal data. */
    private record Place(PiiPattern kind, Span span) {}

    private final CountedText counted;
    private final String text;
    private @Nullable Letterheads letterheads;
    private final PersonNames names;

    private PersonalDataFinder(Lexicon lexicon, CountedText counted) {
        this.counted = counted;
        this.text = counted.text();
        this.names = new PersonNames(lexicon, text);
    }

    /**
     * Returns one finding for each occurrence, in order, including those already redacted.
     */
    public static List<Finding> find(Lexicon lexicon, CountedText text) {
        var findings = new ArrayList<Finding>();
        for (var place : new PersonalDataFinder(lexicon, text).places()) {
            findings.add(new Finding(
                    Finding.Kind.PERSONAL_DATA,
                    "looks like a " + place.kind.label() + " of a person; --redact removes it",
                    place.span));
        }
        if (text.text().contains(MARKED)) {
            text.matcher(MARK)
                    .results()
                    .forEach(m -> findings.add(new Finding(
                            Finding.Kind.PERSONAL_DATA,
                            "a " + m.group(1) + " was left out here",
                            new Span(m.start(), m.end()))));
        }
        return findings;
    }

    /**
     * Replaces each occurrence with a placeholder such as {@code [redacted telephone number]}.
     */
    public static String redact(Lexicon lexicon, CountedText text) {
        var redacted = new StringBuilder(text.length());
        int at = 0;
        for (var place : new PersonalDataFinder(lexicon, text).places()) {
            redacted.append(text.text(), at, place.span.start())
                    .append(MARKED)
                    .append(place.kind.label())
                    .append(']');
            at = place.span.end();
        }
        return redacted.append(text.text(), at, text.length()).toString();
    }

    /**
     * Returns the personal names found in a text.
     */
    static Set<String> names(Lexicon lexicon, CountedText text) {
        var names = new LinkedHashSet<String>();
        for (var place : new PersonalDataFinder(lexicon, text).places()) {
            if (place.kind.isName()) {
                names.add(place.span.slice(text.text()));
            }
        }
        return names;
    }

    /** Returns all occurrences in order, without overlaps. */
    private List<Place> places() {
        var all = new ArrayList<Place>();
        var searched = new SearchedText(text);
        for (var kind : PiiPattern.ALL) {
            if (kind.mayBeIn(searched)) {
                counted.matcher(kind.pattern()).results().forEach(match -> {
                    var span = identifying(match);
                    if (kind.isName() ? names.isPerson(span) : !isLetterhead(span)) {
                        all.add(new Place(kind, span));
                    }
                });
            }
        }
        all.addAll(repeated(all));
        all.sort(Comparator.comparingInt(p -> p.span.start()));
        var apart = new ArrayList<Place>();
        for (var place : all) {
            if (apart.isEmpty() || place.span.start() >= apart.getLast().span.end()) {
                apart.add(place);
            }
        }
        return apart;
    }

    private boolean isLetterhead(Span span) {
        if (letterheads == null) {
            letterheads = Letterheads.find(counted);
        }
        return letterheads.cover(span);
    }

    /** Returns further occurrences of full names that were found next to a label or title. */
    private List<Place> repeated(List<Place> found) {
        var repeated = new ArrayList<Place>();
        var distinct = new LinkedHashSet<String>();
        for (var place : found) {
            var name = place.span.slice(text);
            if (place.kind.isName()
                    && name.indexOf(' ') > 0
                    && distinct.size() < REPEATED_NAMES
                    && distinct.add(name)) {
                counted.counter().add(text.length());
                for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
                    repeated.add(new Place(place.kind, new Span(at, at + name.length())));
                }
            }
        }
        return repeated;
    }

    private static Span identifying(MatchResult match) {
        int group = 1;
        while (match.start(group) < 0) {
            group++;
        }
        return new Span(match.start(group), match.end(group));
    }

    /**
     * The paragraphs of a text in which an organization states its address.
     *
     * @param paragraphs positions where paragraphs end
     * @param signs positions of words from the address of an organization
     */
    private record Letterheads(NavigableSet<Integer> paragraphs, NavigableSet<Integer> signs) {
        private static final Pattern SIGN =
                Pattern.compile("P\\. ?O\\. ?Box|Federal Services|Department of Industrial");

        static Letterheads find(CountedText text) {
            var signs = new TreeSet<Integer>();
            text.matcher(SIGN).results().forEach(m -> signs.add(m.start()));
            var paragraphs = new TreeSet<Integer>();
            if (!signs.isEmpty()) {
                var plain = text.text();
                for (int at = plain.indexOf("\n\n"); at >= 0; at = plain.indexOf("\n\n", at + 2)) {
                    paragraphs.add(at);
                }
            }
            return new Letterheads(paragraphs, signs);
        }

        /**
         * Whether a position is within such a paragraph.
         */
        boolean cover(Span span) {
            var start = paragraphs.lower(span.start());
            var end = paragraphs.ceiling(span.end());
            var sign = signs.ceiling(start == null ? 0 : start);
            return sign != null && (end == null || sign < end);
        }
    }
}
