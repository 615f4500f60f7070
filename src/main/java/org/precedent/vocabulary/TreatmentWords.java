package org.precedent.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.precedent.determination.Span;

/**
 * Finds words in a treatment request that suggest a category or subcategory of treatment, each with a strength. The words are the names
 * in the treatment tree and further words that {@code treatment-words.tsv} lists. Immutable.
 */
public final class TreatmentWords {
    private static final int COLUMNS = 4;
    /** Placeholder in the file for the names of a subcategory and of its items. */
    private static final String NAMES = "*";

    private static final String IMAGING = "imaging-radiology";
    private static final int IMAGING_STRENGTH = 3;

    private final Phrases<Meaning> phrases = new Phrases<>();

    private record Meaning(Term term, int strength, List<Replacement> instead) {}

    /**
     * Another category or subcategory, for requests with a cue.
     *
     * @param cue id of the cue
     * @param term the category or subcategory
     */
    public record Replacement(String cue, Term term) {}

    /**
     * A match of a text that suggests a treatment subcategory.
     *
     * @param term the category or subcategory suggested
     * @param strength the strongest hint in a request decides, the first if several are equal; 0 counts only if there is no other hint
     * @param instead other terms, each for requests with a cue; the first whose cue is present applies
     * @param span the words
     */
    public record Hint(Term term, int strength, List<Replacement> instead, Span span) {}

    private TreatmentWords() {}

    /**
     * The bundled words that suggest terms of the treatment tree, and the names of imaging modalities, which suggest imaging.
     */
    static TreatmentWords bundled(TreatmentTree tree, Vocabulary modality) {
        var words = read(tree, VocabularyFile.resource("treatment-words"));
        var imaging = new Meaning(term(tree, IMAGING), IMAGING_STRENGTH, List.of());
        for (var surface : modality.surfaces()) {
            if (surface.role() == Surface.Role.NAMES) {
                words.phrases.add(surface.words(), imaging);
            }
        }
        return words;
    }

    static TreatmentWords read(TreatmentTree tree, String tsv) {
        var words = new TreatmentWords();
        var surfaces = tree.surfacesByPlace();
        var names = new LinkedHashMap<Meaning, List<String>>();
        for (var row : VocabularyFile.rows("treatment-words", tsv, COLUMNS)) {
            var instead = Arrays.stream(row.get(2).split(";", -1))
                    .filter(s -> !s.isEmpty())
                    .map(s -> parseInstead(tree, s))
                    .toList();
            var meaning = new Meaning(term(tree, row.get(0)), Integer.parseInt(row.get(1)), instead);
            if (row.get(3).equals(NAMES)) {
                names.put(meaning, strongNames(surfaces.getOrDefault(row.get(0), List.of())));
            } else {
                VocabularyFile.forms(row.get(3)).forEach(form -> words.phrases.add(form, meaning));
            }
        }
        // after the rows' own words, which take precedence; derived forms come last
        names.forEach(words::addNames);
        names.forEach((meaning, forms) ->
                words.addNames(meaning, forms.stream().map(Plural::alternate).toList()));
        return words;
    }

    private void addNames(Meaning meaning, List<String> names) {
        names.forEach(name -> phrases.add(name, meaning));
    }

    /** The names that are not marked as weak. */
    private static List<String> strongNames(List<Surface> names) {
        var weak = names.stream()
                .filter(s -> s.role() == Surface.Role.WEAK)
                .map(s -> Words.of(s.words()).join())
                .collect(Collectors.toSet());
        return names.stream()
                .map(s -> Words.of(s.words()).join())
                .filter(w -> !weak.contains(w))
                .toList();
    }

    /**
     * The hints in a text, left to right, longest first at each place, none overlapping.
     */
    public List<Hint> find(Words words) {
        var hints = new ArrayList<Hint>();
        for (var found : phrases.find(words)) {
            var m = found.value();
            hints.add(new Hint(m.term, m.strength, m.instead, words.span(found.first(), found.last())));
        }
        return hints;
    }

    private static Replacement parseInstead(TreatmentTree tree, String cell) {
        int at = cell.indexOf('=');
        return new Replacement(cell.substring(0, at), term(tree, cell.substring(at + 1)));
    }

    private static Term term(TreatmentTree tree, String id) {
        return tree.term(id)
                .orElseThrow(() -> new IllegalArgumentException("treatment-words: \"" + id + "\" is not a treatment"));
    }
}
