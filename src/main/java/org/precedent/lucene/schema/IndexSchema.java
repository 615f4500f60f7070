package org.precedent.lucene.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import org.precedent.engine.TermWeights;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.query.TextField;
import org.precedent.text.Neighbors;
import org.precedent.text.Synonyms;
import org.precedent.text.TextAnalysis;
import org.precedent.text.Tokenizer;
import org.precedent.vocabulary.Vocabularies;

/**
 * The schema shared by the write side and the read side: fields, text analysis, facets, and weights. Each commit records the
 * {@link #fingerprint} of its schema.
 *
 * @param analysis how text is analyzed
 * @param fingerprint changes whenever indexes must be rebuilt
 */
public record IndexSchema(TextAnalysis analysis, String fingerprint) {
    /** Must be incremented when documents are built differently from the same fields. */
    private static final int VERSION = 9;

    public static IndexSchema of(Vocabularies vocabularies) {
        var words = new Tokenizer(vocabularies);
        var synonyms = new Synonyms(words);
        return new IndexSchema(
                new TextAnalysis(words, synonyms, new Neighbors(words, synonyms), new FacetPaths(vocabularies)),
                fingerprint(words, synonyms));
    }

    /** The tokenizer of texts and queries. */
    public Tokenizer words() {
        return analysis.tokenizer();
    }

    /** The synonym table. */
    public Synonyms synonyms() {
        return analysis.synonyms();
    }

    /** The facet trees. */
    public FacetPaths paths() {
        return analysis.paths();
    }

    public static IndexField field(TextField field) {
        return switch (field) {
            case REQUEST -> IndexField.REQUEST;
            case RATIONALE -> IndexField.RATIONALE;
            case SUMMARY -> IndexField.SUMMARY;
        };
    }

    private static String fingerprint(Tokenizer words, Synonyms synonyms) {
        var facts = new ArrayList<String>();
        facts.add("version " + VERSION);
        Arrays.stream(IndexField.values()).map(f -> f.key() + " " + f.options()).forEach(facts::add);
        Arrays.stream(FacetGroup.values())
                .map(g -> g.field() + " " + g.facets())
                .forEach(facts::add);
        facts.add(words.fingerprint());
        facts.add(synonyms.indexedPhrases());
        facts.add(TermWeights.fingerprint());
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", facts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
