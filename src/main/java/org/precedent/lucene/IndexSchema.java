package org.precedent.lucene;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import org.precedent.search.Facet;
import org.precedent.search.FacetPaths;
import org.precedent.search.TextField;
import org.precedent.vocabulary.Vocabularies;

/**
 * What the write side and the read side agree on: fields, words, facets, weights. An index bears the {@link #fingerprint} of the
 * schema it was written with.
 *
 * @param words takes text apart
 * @param synonyms words that mean the same
 * @param paths the trees of the facets
 * @param fingerprint changes whenever an index must be rebuilt
 */
record IndexSchema(Words words, Synonyms synonyms, FacetPaths paths, String fingerprint) {
    /** Raise when documents are built in another way from the same fields. */
    private static final int VERSION = 5;

    static IndexSchema of(Vocabularies vocabularies) {
        var words = new Words(vocabularies);
        var synonyms = new Synonyms(words);
        return new IndexSchema(words, synonyms, new FacetPaths(vocabularies), fingerprint(words, synonyms));
    }

    static String facetColumn(Facet facet) {
        return "f." + facet.parameter();
    }

    static IndexField field(TextField field) {
        return switch (field) {
            case REQUEST -> IndexField.REQUEST;
            case RATIONALE -> IndexField.RATIONALE;
            case SUMMARY -> IndexField.SUMMARY;
        };
    }

    private static String fingerprint(Words words, Synonyms synonyms) {
        var facts = new ArrayList<String>();
        facts.add("version " + VERSION);
        Arrays.stream(IndexField.values()).map(f -> f.key() + " " + f.options()).forEach(facts::add);
        Arrays.stream(Facet.values()).map(IndexSchema::facetColumn).forEach(facts::add);
        facts.add(words.rules());
        facts.add(synonyms.indexedPhrases());
        facts.add(Weights.rules());
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", facts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
