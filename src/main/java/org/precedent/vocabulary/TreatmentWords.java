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
    private static final String IMAGING = "imaging-radiology";
    private static final int IMAGING_STRENGTH = 3;

    private final Phrases<Meaning> phrases = new Phrases<>();

    private record Meaning(Term term, int strength, Optional<Instead> instead) {}

    /**
     * Another category, for requests that bear a cue.
     *
     * @param cue id of the cue
     * @param term the category or subcategory
     */
    public record Instead(String cue, Term term) {}

    /**
     * A hint found in a text.
     *
     * @param term the category or subcategory it speaks for
     * @param strength the strongest hint of a request decides, of equals the first; 0 counts only where nothing else is said
     * @param instead what it speaks for where the request bears a cue
     * @param span the words
     */
    public record Hint(Term term, int strength, Optional<Instead> instead, Span span) {}

    private TreatmentWords() {}

    /**
     * The words that come with the product, speaking for terms of the treatment vocabulary; and those that name an imaging
     * modality, which speak for imaging.
     */
    static TreatmentWords bundled(Vocabulary treatment, Vocabulary modality) {
        var words = read(treatment, VocabularyFile.resource("treatment-words"));
        var imaging = new Meaning(term(treatment, IMAGING), IMAGING_STRENGTH, Optional.empty());
        for (var surface : modality.surfaces()) {
            if (surface.force() == Surface.Force.NAMES) {
                words.phrases.add(surface.words(), imaging);
            }
        }
        return words;
    }

    static TreatmentWords read(Vocabulary treatment, String tsv) {
        var words = new TreatmentWords();
        for (var row : VocabularyFile.rows("treatment-words", tsv, COLUMNS)) {
            var instead = Optional.of(row.get(2)).filter(s -> !s.isEmpty()).map(s -> instead(treatment, s));
            var meaning = new Meaning(term(treatment, row.get(0)), Integer.parseInt(row.get(1)), instead);
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
            hints.add(new Hint(m.term, m.strength, m.instead, words.span(found.first(), found.last())));
        }
        return hints;
    }

    private static Instead instead(Vocabulary treatment, String cell) {
        int at = cell.indexOf('=');
        return new Instead(cell.substring(0, at), term(treatment, cell.substring(at + 1)));
    }

    private static Term term(Vocabulary treatment, String id) {
        return treatment.terms().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("treatment-words: \"" + id + "\" is no treatment"));
    }
}
