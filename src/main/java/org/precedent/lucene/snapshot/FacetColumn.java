package org.precedent.lucene.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;

/**
 * In-memory facet column of one segment: a value-set id per document, the values of each set with their ancestors, and the
 * documents of each value.
 */
public final class FacetColumn implements CodedColumn {
    private final List<String> values;
    private final List<List<String>> paths;
    private final List<DocSet> documents;
    private final PackedInts codes;
    private final int[][] combinations;
    private final long countingSteps;

    private FacetColumn(
            List<String> values,
            List<List<String>> paths,
            List<DocSet> documents,
            PackedInts codes,
            int[][] combinations) {
        this.values = values;
        this.paths = paths;
        this.documents = documents;
        this.codes = codes;
        this.combinations = combinations;
        this.countingSteps = documents.stream().mapToLong(DocSet::countingSteps).sum();
    }

    /** Reads a column of a segment; wraps {@link IOException} for use in streams. */
    static FacetColumn readUnchecked(LeafReader reader, Facet facet, FacetPaths paths) {
        try {
            return read(reader, facet, paths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FacetColumn read(LeafReader reader, Facet facet, FacetPaths paths) throws IOException {
        var column = DocValues.getSortedSet(reader, IndexSchema.facetColumn(facet));
        var own = new ArrayList<String>();
        for (long ord = 0; ord < column.getValueCount(); ord++) {
            own.add(column.lookupOrd(ord).utf8ToString());
        }
        var values = List.copyOf(new TreeSet<>(paths.withAncestors(facet, own)));
        var at = new HashMap<String, Integer>();
        values.forEach(v -> at.put(v, at.size()));
        var closures = own.stream().map(v -> closure(v, facet, paths, at)).toArray(int[][]::new);
        var combinations = new Combinations(closures);
        var places = values.stream().map(v -> paths.path(facet, v)).toList();
        return build(values, places, combinations.ofDocuments(column, reader.maxDoc()), combinations.all());
    }

    /** The indexes of a value and its ancestors. */
    private static int[] closure(String value, Facet facet, FacetPaths paths, Map<String, Integer> at) {
        return paths.withAncestors(facet, List.of(value)).stream()
                .map(at::get)
                .filter(java.util.Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Numbers distinct value combinations. */
    private static final class Combinations {
        private final int[][] closures;
        private final Map<Ordinals, Integer> known = new HashMap<>();
        private final List<int[]> all = new ArrayList<>(List.of(new int[0]));
        /** For each value, the number of the combination that contains only it; 0 until it occurs. */
        private final int[] single;

        private final Ordinals ords = new Ordinals();

        /**
         * @param closures for each value of the segment, the indexes of the value and its ancestors
         */
        Combinations(int[][] closures) {
            this.closures = closures;
            this.single = new int[closures.length];
        }

        /** Returns the combination number of each document. */
        int[] ofDocuments(SortedSetDocValues column, int count) throws IOException {
            var ofDocument = new int[count];
            var oneEach = DocValues.unwrapSingleton(column);
            if (oneEach != null) {
                for (int doc = oneEach.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = oneEach.nextDoc()) {
                    ofDocument[doc] = single(oneEach.ordValue());
                }
            } else {
                for (int doc = column.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = column.nextDoc()) {
                    ofDocument[doc] = combinationOf(column);
                }
            }
            return ofDocument;
        }

        private int single(int ord) {
            if (single[ord] == 0) {
                all.add(closures[ord]);
                single[ord] = all.size() - 1;
            }
            return single[ord];
        }

        private int combinationOf(SortedSetDocValues column) throws IOException {
            int count = column.docValueCount();
            if (count == 1) {
                return single((int) column.nextOrd());
            }
            ords.read(column, count);
            var number = known.get(ords);
            if (number == null) {
                all.add(closure(ords.values()));
                number = all.size() - 1;
                known.put(ords.copy(), number);
            }
            return number;
        }

        private int[] closure(int... values) {
            var together =
                    new int[Arrays.stream(values).map(v -> closures[v].length).sum()];
            int count = 0;
            for (int value : values) {
                for (int index : closures[value]) {
                    if (!isAmong(index, together, count)) {
                        together[count++] = index;
                    }
                }
            }
            return Arrays.copyOf(together, count);
        }

        private static boolean isAmong(int index, int[] indexes, int count) {
            for (int i = 0; i < count; i++) {
                if (indexes[i] == index) {
                    return true;
                }
            }
            return false;
        }

        int[][] all() {
            return all.toArray(int[][]::new);
        }
    }

    /** The ordinals of one document's values as a map key. One mutable instance is reused for lookups to avoid allocation. */
    private static final class Ordinals {
        private int[] ords = new int[8];
        private int count;

        void read(SortedSetDocValues column, int size) throws IOException {
            count = size;
            if (size > ords.length) {
                ords = new int[size * 2];
            }
            for (int i = 0; i < size; i++) {
                ords[i] = (int) column.nextOrd();
            }
        }

        int[] values() {
            return Arrays.copyOf(ords, count);
        }

        Ordinals copy() {
            var copy = new Ordinals();
            copy.ords = values();
            copy.count = count;
            return copy;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Ordinals o && Arrays.equals(ords, 0, count, o.ords, 0, o.count);
        }

        @Override
        public int hashCode() {
            int hash = count;
            for (int i = 0; i < count; i++) {
                hash = 31 * hash + ords[i];
            }
            return hash;
        }
    }

    private static FacetColumn build(
            List<String> values, List<List<String>> paths, int[] ofDocument, int[][] combinations) {
        var sizes = sizes(values.size(), ofDocument, combinations);
        return new FacetColumn(
                values,
                paths,
                documents(sizes, ofDocument, combinations),
                PackedInts.of(ofDocument, combinations.length),
                combinations);
    }

    /** The number of documents of each value. */
    private static int[] sizes(int count, int[] ofDocument, int[][] combinations) {
        var uses = new int[combinations.length];
        for (int combination : ofDocument) {
            uses[combination]++;
        }
        var sizes = new int[count];
        for (int i = 0; i < uses.length; i++) {
            for (int value : combinations[i]) {
                sizes[value] += uses[i];
            }
        }
        return sizes;
    }

    private static List<DocSet> documents(int[] sizes, int[] ofDocument, int[][] combinations) {
        var many = new @Nullable FixedBitSet[sizes.length];
        var few = new int[sizes.length][0];
        for (int value = 0; value < sizes.length; value++) {
            if (sizes[value] < ofDocument.length / DocSet.SPARSE) {
                few[value] = new int[sizes[value]];
            } else {
                many[value] = new FixedBitSet(ofDocument.length);
            }
        }
        fill(many, few, ofDocument, combinations);
        return IntStream.range(0, sizes.length)
                .<DocSet>mapToObj(v -> many[v] == null ? new DocSet.Sparse(few[v]) : new DocSet.Dense(many[v]))
                .toList();
    }

    /** Adds each document to the bits or, without bits, to the list of each of its values. */
    private static void fill(@Nullable FixedBitSet[] many, int[][] few, int[] ofDocument, int[][] combinations) {
        var filled = new int[few.length];
        for (int doc = 0; doc < ofDocument.length; doc++) {
            for (int value : combinations[ofDocument[doc]]) {
                var bits = many[value];
                if (bits == null) {
                    few[value][filled[value]++] = doc;
                } else {
                    bits.set(doc);
                }
            }
        }
    }

    /**
     * Counts every value among many hits, using the documents of each value.
     *
     * @param hits issue documents
     * @param letters documents of determinations
     */
    public void count(FixedBitSet hits, FixedBitSet letters, CountSink into) {
        for (int v = 0; v < documents.size(); v++) {
            var found = BlockBits.count(hits, documents.get(v), letters);
            into.add(v, found[0], found[1]);
        }
    }

    /** Cost of {@link #count} in steps, independent of the number of hits: words of bit sets plus entries of lists. */
    public long countingSteps() {
        return countingSteps;
    }

    /**
     * Receives counts of values.
     */
    public interface CountSink {
        /**
         * Adds to the counts of a value.
         *
         * @param value its index in the column
         * @param issues number of issues that have it
         * @param letters number of determinations with such an issue
         */
        void add(int value, int issues, int letters);
    }

    /** Approximate memory use in bytes. */
    long bytes() {
        long bytes = codes.bytes();
        for (var some : documents) {
            bytes += some.bytes();
        }
        return bytes;
    }

    /** All values including ancestors, sorted. */
    @Override
    public List<String> values() {
        return values;
    }

    /** Documents with a value or one of its descendants; empty when there is none. */
    public Optional<DocSet> with(String value) {
        int at = Collections.binarySearch(values, value);
        return at < 0 ? Optional.empty() : Optional.of(documents.get(at));
    }

    /** A value and its ancestors, starting at the root. */
    public List<String> path(int value) {
        return paths.get(value);
    }

    /** The combination number of each document. */
    public PackedInts codes() {
        return codes;
    }

    @Override
    public void codes(int[] docs, int count, int... into) {
        codes.get(docs, count, into);
    }

    /** The indexes of the values of each combination, including ancestors. */
    @Override
    public int[][] combinations() {
        return combinations;
    }

    /** The indexes of a document's values, including ancestors. */
    public int[] valuesOf(int doc) {
        return combinations[codes.get(doc)];
    }
}
