package org.precedent.lucene.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.util.BytesRef;
import org.precedent.lucene.schema.IndexField;
import org.precedent.text.IndexTerms;

/**
 * The few words of a segment whose term does not sort with the word's first letters, such as "does" under the stem "do". Terms are sorted
 * by stem, so words with a common prefix are adjacent except for these. Collected on first use for each first letter. Thread-safe.
 */
final class IrregularForms {
    /** Number of leading characters that a word and its stem nearly always share. */
    private static final int SHARED_PREFIX = 3;

    private final Map<Key, List<String>> known = new HashMap<>();

    private record Key(IndexField field, String letter) {}

    /** The leading characters of a word; its term starts with them unless it is irregular. */
    static String head(String word) {
        return first(word, SHARED_PREFIX);
    }

    private static String first(String word, int letters) {
        return word.codePointCount(0, word.length()) <= letters
                ? word
                : word.substring(0, word.offsetByCodePoints(0, letters));
    }

    /** The irregular terms of a field that start with the same character as a word. */
    synchronized List<String> find(IndexField field, String word, LeafReader reader, SearchDeadline deadline) {
        var key = new Key(field, first(word, 1));
        var found = known.get(key);
        return found == null ? read(key, reader, deadline) : found;
    }

    private List<String> read(Key key, LeafReader reader, SearchDeadline deadline) {
        var found = new ArrayList<String>();
        var begins = new boolean[1];
        try {
            TermLookup.collect(
                    Terms.getTerms(reader, key.field.key()).iterator(),
                    new BytesRef(key.letter),
                    term -> {
                        begins[0] = true;
                        return !term.startsWith(head(IndexTerms.form(term)));
                    },
                    Integer.MAX_VALUE,
                    found,
                    deadline);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (begins[0]) {
            // not cached if no word starts with the character, since users may type any number of such characters
            known.put(key, List.copyOf(found));
        }
        return found;
    }
}
