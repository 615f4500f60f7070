package org.precedent.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.SparseFixedBitSet;
import org.apache.lucene.util.packed.PackedInts;
import org.precedent.search.Facet;
import org.precedent.search.FacetPaths;

/**
 * One facet of one segment, in memory: per value the documents that have it or a value below it, and per document the number of
 * its combination of values. Few hits are counted through the combinations, many through the documents of each value.
 */
final class FacetColumn {
    /** A value in fewer documents than this share is kept as a sparse set. */
    private static final int SPARSE = 64;

    private final List<String> values;
    private final List<BitSet> documents;
    private final int[] sizes;
    private final PackedInts.Mutable combination;
    private final int[][] combinations;

    private FacetColumn(
            List<String> values,
            List<BitSet> documents,
            int[] sizes,
            PackedInts.Mutable combination,
            int[][] combinations) {
        this.values = values;
        this.documents = documents;
        this.sizes = sizes;
        this.combination = combination;
        this.combinations = combinations;
    }

    static FacetColumn read(LeafReader reader, Facet facet, FacetPaths paths) throws IOException {
        var column = DocValues.getSortedSet(reader, IndexSchema.facetColumn(facet));
        var own = new ArrayList<String>();
        for (long ord = 0; ord < column.getValueCount(); ord++) {
            own.add(column.lookupOrd(ord).utf8ToString());
        }
        var values = List.copyOf(new TreeSet<>(paths.closure(facet, own)));
        var at = new HashMap<String, Integer>();
        values.forEach(v -> at.put(v, at.size()));
        var combinations = new Combinations(own.size(), ords -> closure(ords, own, facet, paths, at));
        var ofDocument = new int[reader.maxDoc()];
        for (int doc = column.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = column.nextDoc()) {
            ofDocument[doc] = combinations.of(column);
        }
        return build(values, ofDocument, combinations.all());
    }

    private static int[] closure(
            List<Integer> ords, List<String> own, Facet facet, FacetPaths paths, Map<String, Integer> at) {
        return paths.closure(facet, ords.stream().map(own::get).toList()).stream()
                .map(at::get)
                .filter(java.util.Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Numbers the combinations of values met; most documents have a single value, which is told without a look-up. */
    private static final class Combinations {
        private final Function<List<Integer>, int[]> closure;
        private final Map<List<Integer>, Integer> known = new HashMap<>();
        private final List<int[]> all = new ArrayList<>(List.of(new int[0]));
        private final int[] single;

        Combinations(int values, Function<List<Integer>, int[]> closure) {
            this.closure = closure;
            this.single = new int[values];
        }

        /** The number of the present document's. */
        int of(SortedSetDocValues column) throws IOException {
            int count = column.docValueCount();
            int first = (int) column.nextOrd();
            if (count == 1 && single[first] > 0) {
                return single[first];
            }
            var ords = new ArrayList<Integer>(count);
            ords.add(first);
            while (ords.size() < count) {
                ords.add((int) column.nextOrd());
            }
            int number = known.computeIfAbsent(ords, this::next);
            if (count == 1) {
                single[first] = number;
            }
            return number;
        }

        private int next(List<Integer> ords) {
            all.add(closure.apply(ords));
            return all.size() - 1;
        }

        int[][] all() {
            return all.toArray(int[][]::new);
        }
    }

    private static FacetColumn build(List<String> values, int[] ofDocument, int[][] combinations) {
        var packed =
                PackedInts.getMutable(ofDocument.length, PackedInts.bitsRequired(combinations.length), PackedInts.FAST);
        var sizes = new int[values.size()];
        for (int doc = 0; doc < ofDocument.length; doc++) {
            packed.set(doc, ofDocument[doc]);
            for (int value : combinations[ofDocument[doc]]) {
                sizes[value]++;
            }
        }
        var documents = new ArrayList<BitSet>();
        for (int size : sizes) {
            documents.add(
                    size < ofDocument.length / SPARSE
                            ? new SparseFixedBitSet(ofDocument.length)
                            : new FixedBitSet(ofDocument.length));
        }
        for (int doc = 0; doc < ofDocument.length; doc++) {
            for (int value : combinations[ofDocument[doc]]) {
                documents.get(value).set(doc);
            }
        }
        return new FacetColumn(values, List.copyOf(documents), sizes, packed, combinations);
    }

    /** What it takes in memory, about, in bytes. */
    long bytes() {
        long bytes = combination.ramBytesUsed();
        for (var set : documents) {
            bytes += set.ramBytesUsed();
        }
        return bytes;
    }

    /** All values, those above others included, sorted. */
    List<String> values() {
        return values;
    }

    /** Documents with that value or one below it; empty when no document has it. */
    Optional<BitSet> with(String value) {
        int at = java.util.Collections.binarySearch(values, value);
        return at < 0 ? Optional.empty() : Optional.of(documents.get(at));
    }

    BitSet documents(int value) {
        return documents.get(value);
    }

    /** How many documents have the value. */
    int size(int value) {
        return sizes[value];
    }

    /** Indexes of the values a document has, with those above them. */
    int[] valuesOf(int doc) {
        return combinations[(int) combination.get(doc)];
    }
}
