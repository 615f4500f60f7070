package org.precedent.lucene.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.precedent.lucene.schema.FacetGroup;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;

/**
 * In-memory columns of a group of facets of one segment: for each document, the code of its combination of values in all facets of the
 * group. Code 0 means no values, as on documents of determinations. Immutable.
 */
public final class GroupColumn {
    private final PackedInts codes;
    private final int size;
    private final List<FacetColumn> facets;

    private GroupColumn(PackedInts codes, int size, List<FacetColumn> facets) {
        this.codes = codes;
        this.size = size;
        this.facets = facets;
    }

    static GroupColumn read(LeafReader reader, FacetGroup group, FacetPaths paths) throws IOException {
        return new Reading(group, paths).read(DocValues.getSortedSet(reader, group.field()), reader.maxDoc());
    }

    /** The code of each document. */
    public PackedInts codes() {
        return codes;
    }

    /** The number of codes. */
    public int size() {
        return size;
    }

    /** The columns of the facets, in the order of {@link FacetGroup#facets}. */
    public List<FacetColumn> facets() {
        return facets;
    }

    /** Approximate memory use in bytes. */
    long bytes() {
        return codes.bytes() + facets.stream().mapToLong(FacetColumn::bytes).sum();
    }

    /** Reads the terms of a group: each is decoded once, whatever the number of documents. */
    private static final class Reading {
        private final FacetGroup group;
        private final List<FacetColumn.Builder> builders = new ArrayList<>();
        private int size;

        Reading(FacetGroup group, FacetPaths paths) {
            this.group = group;
            for (Facet facet : group.facets()) {
                builders.add(new FacetColumn.Builder(facet, paths));
            }
        }

        GroupColumn read(SortedSetDocValues column, int documents) throws IOException {
            addCode(group.slices(new BytesRef()));
            var terms = column.termsEnum();
            for (var term = terms.next(); term != null; term = terms.next()) {
                addCode(group.slices(term));
            }
            var oneEach = DocValues.unwrapSingleton(column);
            var ofDocument = oneEach == null ? codes(column, documents) : codes(oneEach, documents);
            var codes = PackedInts.of(ofDocument, size);
            return new GroupColumn(
                    codes, size, builders.stream().map(b -> b.build(codes)).toList());
        }

        private void addCode(List<BytesRef> slices) {
            for (int i = 0; i < slices.size(); i++) {
                builders.get(i).add(slices.get(i));
            }
            size++;
        }

        private static int[] codes(SortedDocValues column, int documents) throws IOException {
            var codes = new int[documents];
            for (int doc = column.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = column.nextDoc()) {
                codes[doc] = column.ordValue() + 1;
            }
            return codes;
        }

        /** Reads a segment in which the values of some issue take several terms; each such combination gets a code of its own. */
        private int[] codes(SortedSetDocValues column, int documents) throws IOException {
            var codes = new int[documents];
            Map<List<Long>, Integer> known = new HashMap<>();
            for (int doc = column.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = column.nextDoc()) {
                var ords = new ArrayList<Long>();
                for (int i = 0; i < column.docValueCount(); i++) {
                    ords.add(column.nextOrd());
                }
                if (ords.size() == 1) {
                    codes[doc] = Math.toIntExact(ords.getFirst()) + 1;
                    continue;
                }
                var code = known.get(ords);
                if (code == null) {
                    code = size;
                    known.put(ords, code);
                    addCode(slices(column, ords));
                }
                codes[doc] = code;
            }
            return codes;
        }

        private List<BytesRef> slices(SortedSetDocValues column, List<Long> ords) throws IOException {
            var joined = new ArrayList<BytesRefBuilder>();
            group.facets().forEach(facet -> joined.add(new BytesRefBuilder()));
            for (long ord : ords) {
                var slices = group.slices(column.lookupOrd(ord));
                for (int i = 0; i < slices.size(); i++) {
                    joined.get(i).append(slices.get(i));
                }
            }
            return joined.stream().map(BytesRefBuilder::get).toList();
        }
    }
}
