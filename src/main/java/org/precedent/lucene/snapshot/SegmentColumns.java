package org.precedent.lucene.snapshot;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.precedent.lucene.schema.IndexField;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;

/**
 * In-memory columns of one segment: block boundaries and facets. Immutable; deletions are applied to result sets.
 *
 * @param letters the letters' own documents, each the last of its block
 * @param sorted the same in each order
 * @param facets every facet
 */
public record SegmentColumns(FixedBitSet letters, SortedLetters sorted, Map<Facet, FacetColumn> facets) {
    /** The letters' own documents of a segment, deleted ones included. */
    public static FixedBitSet letters(LeafReader reader) throws IOException {
        var letters = new FixedBitSet(reader.maxDoc());
        var ends = reader.postings(new Term(IndexField.END.key(), "1"));
        if (ends != null) {
            for (int doc = ends.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ends.nextDoc()) {
                letters.set(doc);
            }
        }
        return letters;
    }

    static SegmentColumns read(LeafReader reader, FacetPaths paths) throws IOException {
        var facets = new EnumMap<Facet, FacetColumn>(Facet.class);
        for (var facet : Facet.values()) {
            facets.put(facet, FacetColumn.read(reader, facet, paths));
        }
        var letters = letters(reader);
        return new SegmentColumns(letters, new SortedLetters(letters), facets);
    }

    public FacetColumn facet(Facet facet) {
        return java.util.Objects.requireNonNull(facets.get(facet));
    }

    /** What all of it takes in memory, about, in bytes. */
    long bytes() {
        return letters.ramBytesUsed()
                + sorted.bytes()
                + facets.values().stream().mapToLong(FacetColumn::bytes).sum();
    }

    /** The letter's document of the block a document belongs to. */
    public int letterOf(int doc) {
        return letters.nextSetBit(doc);
    }

    /** The first document of the block that ends with this letter's document. */
    public int firstOf(int letter) {
        return letter == 0 ? 0 : letters.prevSetBit(letter - 1) + 1;
    }
}
