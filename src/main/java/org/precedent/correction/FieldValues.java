package org.precedent.correction;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.precedent.determination.Decision;
import org.precedent.determination.Subject.Laterality;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.TreatmentTree;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.vocabulary.Vocabulary;

/**
 * Valid values of the correctable fields; validates what a person enters.
 *
 * @param vocabularies vocabularies of the facets
 * @param treatments the tree of treatment categories, subcategories and items
 */
public record FieldValues(Vocabularies vocabularies, TreatmentTree treatments) {
    private static final String SEPARATOR = " › ";

    /** Dates outside this range of years are typing errors; the parser rejects them too. */
    private static final int FIRST_YEAR = 1940;

    private static final int LAST_YEAR = 2060;

    /**
     * Returns the field values of the vocabularies bundled with the product.
     */
    public static FieldValues bundled() {
        return new FieldValues(Vocabularies.bundled(), TreatmentTree.bundled());
    }

    /** Thrown when an entered value is not valid for the field; the message says what is expected. */
    public static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Invalid(String message) {
            super(message);
        }
    }

    /**
     * Returns the allowed values of a field, in display order; empty if the field has no fixed list of values.
     */
    public List<String> choices(CorrectedField field) {
        return switch (field) {
            case DECISION -> Stream.of(Decision.values()).map(Decision::label).toList();
            case LATERALITY ->
                Stream.of(Laterality.values()).map(Laterality::label).toList();
            case MODALITY -> labels(vocabularies.modality());
            case REGION -> labels(vocabularies.region());
            case GUIDELINE -> labels(vocabularies.guideline());
            case SPECIALTY -> labels(vocabularies.specialty());
            case TREATMENT -> subcategories();
            case REQUEST, ITEM, REASON, DECIDED, INJURY, UTILIZATION_REVIEW, RECEIVED, ASSIGNED -> List.of();
        };
    }

    /**
     * Splits a value of {@link CorrectedField#TREATMENT} into category and subcategory; a single element if the category has no
     * subcategory.
     */
    static List<String> split(String treatment) {
        return List.of(treatment.split(SEPARATOR, 2));
    }

    /**
     * Joins a category and its subcategory, if any, into a value of {@link CorrectedField#TREATMENT}.
     */
    static String join(Stream<String> parts) {
        return String.join(SEPARATOR, parts.toList());
    }

    /**
     * Validates entered values and returns them in the spelling of the vocabulary. Blank values are dropped.
     *
     * @param read the values of the field as parsed
     * @throws Invalid if a value is not valid for the field, or there are too many or too few values
     */
    public List<String> validate(CorrectedField field, List<String> entered, List<String> read) {
        var values = new LinkedHashSet<String>();
        entered.stream()
                .map(text -> text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip())
                .filter(text -> !text.isEmpty())
                .forEach(text -> values.add(one(field, text, read)));
        if (values.isEmpty() && !field.mayBeAbsent()) {
            throw new Invalid("expected a value; this field cannot be empty");
        }
        int maximum = field.isMultiple() ? Correction.MAX_VALUES : 1;
        if (values.size() > maximum) {
            throw new Invalid("expected at most " + maximum + ", got " + values.size());
        }
        return List.copyOf(values);
    }

    private String one(CorrectedField field, String text, List<String> read) {
        if (text.length() > Correction.MAX_VALUE) {
            throw new Invalid("expected at most " + Correction.MAX_VALUE + " characters, got " + text.length());
        }
        return switch (field) {
            case DECISION, LATERALITY, MODALITY, REGION, SPECIALTY, TREATMENT -> listed(choices(field), text);
            case GUIDELINE -> read.contains(text) ? text : listed(choices(field), text);
            case REASON -> listed(read, text);
            case ITEM ->
                treatments.findExact(text).stream()
                        .filter(term -> treatments.level(term) == TreatmentTree.Level.ITEM)
                        .map(Term::label)
                        .findFirst()
                        .orElse(text.toLowerCase(Locale.ROOT));
            case REQUEST -> text;
            case DECIDED, INJURY, UTILIZATION_REVIEW, RECEIVED, ASSIGNED -> day(text);
        };
    }

    private static String listed(List<String> choices, String text) {
        return choices.stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new Invalid("“" + text + "” is not one of the available values"));
    }

    private static String day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw new Invalid(
                        "expected a date in the years " + FIRST_YEAR + " to " + LAST_YEAR + ", got “" + text + "”");
            }
            return day.toString();
        } catch (DateTimeParseException e) {
            throw new Invalid("expected a day such as 2016-12-09, got “" + text + "”");
        }
    }

    private List<String> subcategories() {
        return vocabularies.treatment().terms().stream()
                .filter(term -> treatments.children(term).stream()
                        .noneMatch(child -> treatments.level(child) == TreatmentTree.Level.SUBCATEGORY))
                .map(term -> join(treatments.path(term).stream().map(Term::label)))
                .sorted()
                .toList();
    }

    private static List<String> labels(Vocabulary vocabulary) {
        return vocabulary.terms().stream()
                .map(Term::label)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }
}
