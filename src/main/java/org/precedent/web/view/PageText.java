package org.precedent.web.view;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.precedent.search.facet.CitationValues;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;

/**
 * Formats numbers, dates, plurals and facet values for pages.
 */
public final class PageText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    private PageText() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String range(DateRange range) {
        return range.back().map(n -> "last " + count(n, "day") + ", ").orElse("") + days(range);
    }

    private static String days(DateRange range) {
        if (range.from().isPresent() && range.to().isPresent()) {
            return day(range.from().get()) + " – " + day(range.to().get());
        }
        return range.from()
                .map(d -> "from " + day(d))
                .orElseGet(() -> range.to().map(d -> "until " + day(d)).orElse("at any time"));
    }

    public static String number(long number) {
        return String.format(Locale.US, "%,d", number);
    }

    public static String count(long number, String noun) {
        return number(number) + " " + (number == 1 ? noun : noun + "s");
    }

    /**
     * Display label of a facet value. Abbreviations in a treatment item are capitalized; a guideline's title omits its family if the tree shows the family above it.
     */
    public static String facetValue(Facet facet, String value) {
        if (!value.equals(Facet.NOT_STATED)) {
            return facet == Facet.TREATMENT
                    ? FacetPaths.treatmentName(value)
                    : value.replace(CitationValues.SEPARATOR, ", ");
        }
        return switch (facet) {
            case MODALITY -> "No imaging study";
            case GUIDELINE, CITATION, ADMINISTRATOR -> "None cited";
            case SIGNAL -> "Nothing noticed";
            case REGION, DECISION, SPECIALTY, TREATMENT, REASON, YEAR, OUTCOME -> "Not stated";
        };
    }
}
