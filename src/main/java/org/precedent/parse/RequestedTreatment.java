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
    private static final Pattern TIMES = Pattern.compile("\\b\\d{1,2}\\s?[xX]\\s?\\d{0,2}\\b");
    private static final String SESSIONS = "sessions";
    private static final String EQUIPMENT = "equipment";
    private static final String TESTS = "Diagnostic Testing";
    private static final String REST = "Other";
    private static final String MEDICINES = "Pharmaceuticals";
    /** A dose, or a count of pieces, makes a medicine of a name nobody knows. */
    private static final Pattern MEDICINE =
            Pattern.compile("\\d\\s?(?:mg|mcg|ml|gm|gms|grams?|units?)\\b|\\d\\s?%|#\\s?\\d", Pattern.CASE_INSENSITIVE);

    static RequestedTreatment of(String text, Words words, Vocabulary vocabulary, LetterWords letterWords) {
        var hints = letterWords.treatments().in(words);
        if (hints.isEmpty()) {
            return rest(text, MEDICINE.matcher(text).find() ? MEDICINES : REST);
        }
        var winner = strongest(hints);
        if (winner.strength() == 0 && MEDICINE.matcher(text).find()) {
            return rest(text, MEDICINES);
        }
        var term = winner.instead()
                .filter(i -> bears(i.cue(), text, words, letterWords))
                .map(TreatmentWords.Instead::term)
                .orElse(winner.term());
        return named(term, winner.span(), vocabulary);
    }

    /**
     * Do these words ask for a test?
     */
    boolean isFor(Span words) {
        return category.filter(c -> c.value().equals(TESTS)).isPresent() && words.length() > 0;
    }

    private static Hint strongest(List<Hint> hints) {
        var strongest = hints.getFirst();
        for (var hint : hints) {
            if (hint.strength() > strongest.strength()) {
                strongest = hint;
            }
        }
        return strongest;
    }

    /** Equipment is what a request for equipment is for, however often it is to be used. */
    private static boolean bears(String cue, String text, Words words, LetterWords letterWords) {
        var cues = letterWords.cue().mentions(words).stream()
                .map(m -> m.term().id())
                .toList();
        boolean bears = cues.contains(cue)
                || (cue.equals(SESSIONS) && TIMES.matcher(text).find());
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
