package org.precedent.vocabulary;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Display names of treatment values. Items are in lower case; on pages, their abbreviations are capitalized: {@code tens unit} is shown as
 * {@code TENS unit}, the imaging item {@code mri} as {@code MRI}.
 */
public final class TreatmentDisplay {
    private static final int COLUMNS = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}{2,}");
    private static final TreatmentDisplay BUNDLED =
            new TreatmentDisplay(Vocabularies.bundled().modality(), VocabularyFile.resource("treatment-display"));

    private final Map<String, String> names = new HashMap<>();

    private TreatmentDisplay(Vocabulary modality, String tsv) {
        var words = new HashMap<String, String>();
        VocabularyFile.rows("treatment-display", tsv, COLUMNS).forEach(row -> words.put(row.get(0), row.get(1)));
        for (var term : TreatmentTree.bundled().terms()) {
            names.put(
                    term.label(),
                    WORD.matcher(term.label()).replaceAll(word -> words.getOrDefault(word.group(), word.group())));
        }
        modality.terms().forEach(term -> names.put(TreatmentTree.study(term.label()), study(term.label())));
    }

    /** The name of an imaging study: {@code MR arthrogram} and {@code x-ray}. */
    private static String study(String modality) {
        var study = TreatmentTree.study(modality);
        var name = new StringBuilder(study);
        int shift = study.length() - modality.length();
        ABBREVIATION
                .matcher(modality)
                .results()
                .forEach(m -> name.replace(m.start() + shift, m.end() + shift, m.group()));
        return name.toString();
    }

    public static TreatmentDisplay bundled() {
        return BUNDLED;
    }

    /**
     * The name of a category, subcategory or item as shown on pages; an unknown value unchanged.
     */
    public String name(String value) {
        return names.getOrDefault(value, value);
    }
}
