package org.precedent.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precedent.determination.Span;

/**
 * Words by which a request tells its treatment category: thousands of drugs, devices, procedures and therapies. Immutable.
 */
public final class TreatmentWords {
    private static final int COLUMNS = 4;

    private final Phrases<Meaning> phrases = new Phrases<>();

    private record Meaning(Term term, int strength, Optional<Term> inSessions) {}

    /**
     * A hint found in a text.
     *
     * @param term the category or subcategory it speaks for
     * @param strength the strongest hint of a request decides, of equals the first; 0 counts only where nothing else is said
     * @param inSessions the term instead, where the request is for sessions of it
     * @param span the words
     */
    public record Hint(Term term, int strength, Optional<Term> inSessions, Span span) {}

    private TreatmentWords() {}

    /**
     * The words that come with the product, speaking for terms of the treatment vocabulary.
     */
    static TreatmentWords bundled(Vocabulary treatment) {
        return read(treatment, VocabularyFile.resource("treatment-words"));
    }

    static TreatmentWords read(Vocabulary treatment, String tsv) {
        var words = new TreatmentWords();
        for (var row : VocabularyFile.rows("treatment-words", tsv, COLUMNS)) {
            var inSessions = Optional.of(row.get(2)).filter(s -> !s.isEmpty()).map(id -> term(treatment, id));
            var meaning = new Meaning(term(treatment, row.get(0)), Integer.parseInt(row.get(1)), inSessions);
            VocabularyFile.forms(row.get(3)).forEach(form -> words.phrases.add(form, meaning));
        }
        return words;
    }

    /**
     * The hints in a text, left to right, longest first at each place, none overlapping.
     */
    public List<Hint> in(Words words) {
        var hints = new ArrayList<Hint>();
        for (var found : phrases.in(words)) {
            var m = found.value();
            hints.add(new Hint(m.term, m.strength, m.inSessions, words.span(found.first(), found.last())));
        }
        return hints;
    }

    private static Term term(Vocabulary treatment, String id) {
        return treatment.terms().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("treatment-words: \"" + id + "\" is no treatment"));
    }
}
