package org.precedent.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.vocabulary.LetterWords;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.TreatmentWords;
import org.precedent.vocabulary.TreatmentWords.Hint;
import org.precedent.vocabulary.Vocabulary;
import org.precedent.vocabulary.Words;

/**
 * The treatment category of a request: the strongest of its words decide, of equals the first.
 *
 * @param category the category; empty for an empty request
 * @param subcategory empty where the words tell the category alone
 */
record RequestedTreatment(Optional<Located<String>> category, Optional<Located<String>> subcategory) {
    /** {@code 2x4}, {@code x 6}; but {@code x 30 days} tells how long a thing is used. */
    private static final Pattern TIMES = Pattern.compile(
            "\\b\\d{1,2}\\s?[xX]\\s?\\d{0,2}\\b|\\b[xX]\\s?\\d{1,2}\\b(?!\\s?-?(?:days?|weeks?|months?|years?|hours?|yrs?|mos?|wks?)\\b)");
    /** What parts a thing from what it is for. */
    private static final Pattern PURPOSE = Pattern.compile("\\b(?:for|prior to|before)\\b");
    /** What parts one item from another, or from what tells more of it. */
    private static final Pattern REST_FOLLOWS =
            Pattern.compile("[,;+]\\s|\\b(?:and|with|of|to|followed by)\\b|&|\\bw/");

    private static final Pattern SHARE = Pattern.compile("\\d\\s?%");
    /** Parts of a mixture. */
    private static final Pattern MIXTURE = Pattern.compile("\\d\\s?%.*?[a-z].*?\\d\\s?%", Pattern.CASE_INSENSITIVE);

    private static final String SESSIONS = "sessions";
    private static final String EQUIPMENT = "equipment";
    private static final String TESTS = "Diagnostic Testing";
    private static final String INJECTIONS = "Injection";
    private static final String TOPICAL = "topical";
    private static final String REST = "Other";
    private static final String MEDICINES = "Pharmaceuticals";
    private static final String MIXTURES = "Topical Compounds";
    /** Names of medicines are no stronger. */
    private static final int MEDICINE_STRENGTH = 2;
    /** So strong are names of tests. */
    private static final int TEST_STRENGTH = 3;
    /** A dose, or a count of pieces, makes a medicine of a name nobody knows. */
    private static final Pattern MEDICINE =
            Pattern.compile("\\d\\s?(?:mg|mcg|ml|gm|gms|grams?|units?)\\b|\\d\\s?%|#\\s?\\d", Pattern.CASE_INSENSITIVE);

    static RequestedTreatment of(String text, Words words, Vocabulary vocabulary, LetterWords letterWords) {
        var hints = letterWords.treatments().in(words);
        if (hints.isEmpty()) {
            return rest(text, MEDICINE.matcher(text).find() ? MEDICINES : REST);
        }
        var winner = strongest(text, hints, vocabulary);
        if (winner.strength() == 0 && MEDICINE.matcher(text).find()) {
            return rest(text, MEDICINES);
        }
        if (winner.strength() <= MEDICINE_STRENGTH && MIXTURE.matcher(text).find()) {
            return named(vocabulary.labelled(MIXTURES).orElseThrow(), winner.span(), vocabulary);
        }
        var term = winner.instead()
                .filter(i -> bears(i.cue(), text, words, letterWords))
                .map(TreatmentWords.Instead::term)
                .orElse(winner.term());
        return named(term, winner.span(), vocabulary);
    }

    /**
     * Is a test asked for?
     */
    boolean isTest() {
        return category.filter(c -> c.value().equals(TESTS)).isPresent();
    }

    private static Hint strongest(String text, List<Hint> hints, Vocabulary vocabulary) {
        var strongest = hints.getFirst();
        for (var hint : hints) {
            if (hint.strength() > strongest.strength() && !stands(text, strongest, hint, vocabulary)) {
                strongest = hint;
            }
        }
        return strongest;
    }

    /** A test stands whatever follows it; another thing stands before what it is for. */
    private static boolean stands(String text, Hint first, Hint later, Vocabulary vocabulary) {
        var category = vocabulary.path(first.term().label()).getFirst();
        var other = vocabulary.path(later.term().label()).getFirst();
        var between = text.substring(first.span().end(), later.span().start());
        if (first.strength() < MEDICINE_STRENGTH || first.strength() > TEST_STRENGTH || category.equals(other)) {
            return false;
        }
        boolean test = first.strength() == TEST_STRENGTH && category.equals(TESTS);
        return (test && REST_FOLLOWS.matcher(between).find())
                || (!other.equals(INJECTIONS) && PURPOSE.matcher(between).find());
    }

    /** Equipment is what a request for equipment is for, however often it is to be used. */
    private static boolean bears(String cue, String text, Words words, LetterWords letterWords) {
        var cues = letterWords.cue().mentions(words).stream()
                .map(m -> m.term().id())
                .toList();
        boolean bears = cues.contains(cue)
                || (cue.equals(SESSIONS) && TIMES.matcher(text).find())
                || (cue.equals(TOPICAL) && SHARE.matcher(text).find());
        return bears && (cue.equals(EQUIPMENT) || !cues.contains(EQUIPMENT));
    }

    private static RequestedTreatment named(Term term, Span span, Vocabulary vocabulary) {
        var path = vocabulary.path(term.label());
        var category = new Located<>(path.getFirst(), span);
        return new RequestedTreatment(
                Optional.of(category),
                path.size() > 1 ? Optional.of(new Located<>(path.getLast(), span)) : Optional.empty());
    }

    private static RequestedTreatment rest(String text, String category) {
        return new RequestedTreatment(
                Optional.of(new Located<>(category, new Span(0, text.length()))), Optional.empty());
    }
}
