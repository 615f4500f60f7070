package org.precedent.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;

/** Reads everything in an index with only lucene-core; loaded by a class loader that has none of the program's classes. */
public final class StockIndexReader {
    private StockIndexReader() {}

    /**
     * Reads a whole index.
     *
     * @return the number of documents, stored fields, postings, values of each doc values field, and issues whose texts contain {@code
     *     mri}
     */
    public static Map<String, Integer> count(Path index) throws IOException {
        var counts = new TreeMap<String, Integer>();
        try (var directory = FSDirectory.open(index);
                var reader = DirectoryReader.open(directory)) {
            counts.put("documents", reader.numDocs());
            counts.put("issues with mri", reader.docFreq(new Term("all", "mri")));
            for (int doc = 0; doc < reader.maxDoc(); doc++) {
                int fields = reader.storedFields().document(doc).getFields().size();
                counts.merge("stored fields", fields, Integer::sum);
            }
            for (var leaf : reader.leaves()) {
                for (var field : leaf.reader().getFieldInfos()) {
                    counts.merge("postings", postings(leaf.reader(), field), Integer::sum);
                    counts.merge("values of " + field.name, values(leaf.reader(), field), Integer::sum);
                }
            }
        }
        return counts;
    }

    private static int postings(LeafReader reader, FieldInfo field) throws IOException {
        var terms = reader.terms(field.name);
        int count = 0;
        if (terms != null) {
            var each = terms.iterator();
            while (each.next() != null) {
                count += documents(each.postings(null, PostingsEnum.ALL));
            }
        }
        return count;
    }

    private static int values(LeafReader reader, FieldInfo field) throws IOException {
        return switch (field.getDocValuesType()) {
            case NONE -> 0;
            case NUMERIC -> documents(DocValues.getNumeric(reader, field.name));
            case BINARY -> documents(DocValues.getBinary(reader, field.name));
            case SORTED -> documents(DocValues.getSorted(reader, field.name));
            case SORTED_NUMERIC -> documents(DocValues.getSortedNumeric(reader, field.name));
            case SORTED_SET -> documents(DocValues.getSortedSet(reader, field.name));
        };
    }

    private static int documents(DocIdSetIterator documents) throws IOException {
        int count = 0;
        while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            count++;
        }
        return count;
    }
}
