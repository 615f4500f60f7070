package org.precedent.search.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.FacetValue;
import org.precedent.vocabulary.Vocabularies;

/**
 * Parses the value of a field in a query, such as {@code cervical} in {@code region:cervical} or {@code 2016..2018} in
 * {@code decided:2016..2018}. An unknown value yields the nearest known one as a suggestion.
 */
public final class FieldValueParser {
    private static final int MAX_LISTED = 12;

    private final FacetPaths paths;

    public FieldValueParser(Vocabularies vocabularies) {
        this.paths = new FacetPaths(vocabularies);
    }

    /**
     * Result of parsing a value.
     */
    sealed interface Reading {
        /**
         * A valid value.
         *
         * @param query the query for it
         */
        record Known(Query query) implements Reading {}

        /**
         * An invalid value.
         *
         * @param message what is wrong
         * @param expectation what was expected
         * @param nearest a value that was probably meant
         */
        record Unknown(String message, String expectation, Optional<String> nearest) implements Reading {}
    }

    Reading value(Facet facet, String typed) {
        var text = typed.strip();
        var found = facet == Facet.YEAR ? years(text) : labels(facet, text);
        if (found.isPresent()) {
            return new Reading.Known(found.get());
        }
        var known = paths.values(facet);
        return new Reading.Unknown(
                "no " + facet.label().toLowerCase(Locale.ROOT) + " is called \"" + text + "\"",
                facet == Facet.YEAR ? "write a year as 2016, or years as 2016..2018" : expectation(known),
                ClosestName.find(text, known));
    }

    private static String expectation(List<String> known) {
        return "write one of " + String.join(", ", known.subList(0, Math.min(MAX_LISTED, known.size())))
                + (known.size() > MAX_LISTED ? ", ..." : "");
    }

    private Optional<Query> labels(Facet facet, String text) {
        if (text.equalsIgnoreCase(Facet.NOT_STATED)) {
            return Optional.of(has(facet, Facet.NOT_STATED));
        }
        var known = paths.values(facet);
        return known.stream()
                .filter(v -> v.equalsIgnoreCase(text))
                .findFirst()
                .or(() -> synonym(facet, text))
                .map(v -> has(facet, v))
                .or(() -> containing(facet, text, known));
    }

    private Optional<String> synonym(Facet facet, String text) {
        return paths.findByName(facet, text).stream().findFirst();
    }

    /** The values with words that start with the typed ones: {@code surgery} is any kind of surgery. */
    private static Optional<Query> containing(Facet facet, String text, List<String> known) {
        var words = words(text);
        var found = known.stream()
                .filter(v -> !words.isEmpty()
                        && words.stream()
                                .allMatch(w -> words(v).stream().anyMatch(l -> l.startsWith(w) && w.length() > 2)))
                .<Query>map(v -> has(facet, v))
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(QueryNormalizer.or(found));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    private static Optional<Query> years(String text) {
        if (text.equalsIgnoreCase(Facet.NOT_STATED)) {
            return Optional.of(has(Facet.YEAR, Facet.NOT_STATED));
        }
        if (text.matches("[0-9]{4}")) {
            return Optional.of(has(Facet.YEAR, text));
        }
        return text.matches("([0-9]{4})?\\.\\.([0-9]{4})?") ? range(text) : Optional.empty();
    }

    Reading decided(String typed) {
        var text = typed.strip();
        return range(text)
                .<Reading>map(Reading.Known::new)
                .orElseGet(() -> new Reading.Unknown(
                        "\"" + text + "\" is not a date or a range of dates",
                        "write it as 2016, 2016-12, 2016-12-09 or 2016-12..2017-02, the first not after the last",
                        Optional.empty()));
    }

    private static Optional<Query> range(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            return CalendarPeriod.parse(text).map(d -> decided(Optional.of(d), Optional.of(d)));
        }
        var from = text.substring(0, dots).strip();
        var to = text.substring(dots + 2).strip();
        var first = CalendarPeriod.parse(from);
        var last = CalendarPeriod.parse(to);
        boolean readable = Stream.of(from, to).anyMatch(s -> !s.isEmpty())
                && (first.isPresent() || from.isEmpty())
                && (last.isPresent() || to.isEmpty());
        boolean ordered = first.isEmpty()
                || last.isEmpty()
                || !first.get().first().isAfter(last.get().last());
        return readable && ordered ? Optional.of(decided(first, last)) : Optional.empty();
    }

    private static Query decided(Optional<CalendarPeriod> first, Optional<CalendarPeriod> last) {
        return new Query.Decided(new DateRange(first.map(CalendarPeriod::first), last.map(CalendarPeriod::last)));
    }

    Reading caseNumber(String typed) {
        return CaseNumbers.parse(typed)
                .<Reading>map(n -> new Reading.Known(new Query.CaseIs(n)))
                .orElseGet(() -> new Reading.Unknown(
                        "\"" + typed.strip() + "\" is not a case number",
                        "write it as" + " CM16-0213037",
                        Optional.empty()));
    }

    private static Query has(Facet facet, String value) {
        return new Query.Has(new FacetValue(facet, value));
    }
}
