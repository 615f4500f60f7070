package org.precedent.lucene.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.lucene.schema.IndexField;
import org.precedent.search.facet.FacetPaths;
import org.precedent.text.IndexTerms;
import org.precedent.text.Tokenizer;
import org.precedent.vocabulary.Vocabularies;

class TermLookupTest {
    /** Includes words whose stem does not start with the same letters: does, axes, dying, lying, ties. */
    private static final String WORDS =
            "does do done dose dosage dosing axes axis axial axle dying die dies died diet lying lie "
                    + "lies lying ties tie tied tying injury injuries injured inject injection a an as x-ray L4-5 10/325 men man mania";

    private static final Vocabularies VOCABULARIES = Vocabularies.bundled();

    @TempDir
    private Path folder;

    @Test
    void everyWordWithThePrefixIsFoundWhateverItsStem() throws IOException {
        var tokens = new Tokenizer(VOCABULARIES).tokenize(WORDS);
        try (var directory = FSDirectory.open(folder);
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (var token : tokens) {
                var document = new Document();
                var term = IndexTerms.positional(token.stem(), token.form());
                document.add(new StringField(IndexField.RATIONALE.key(), term, Field.Store.NO));
                writer.addDocument(document);
            }
            writer.commit();
            try (var snapshot = new IndexSnapshot(
                    DirectoryReader.open(directory), new IndexSnapshot.ColumnCache(new FacetPaths(VOCABULARIES)))) {
                var lookup = new TermLookup(snapshot);
                for (var start : List.of(
                        "d", "do", "doe", "does", "dos", "dy", "dyi", "ax", "axe", "axes", "in", "ly", "lying", "ti",
                        "tyi")) {
                    var wanted = tokens.stream()
                            .filter(t -> t.form().startsWith(start) && t.stem().startsWith(start.substring(0, 1)))
                            .map(t -> IndexTerms.positional(t.stem(), t.form()))
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertFalse(wanted.isEmpty(), start);
                    assertEquals(wanted, new TreeSet<>(lookup.startingWith(IndexField.RATIONALE, start, 100)), start);
                }
            }
        }
    }
}
