package org.precedent.lucene.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;

/**
 * In-memory facet column of one segment: a value-set id per document, the values of each set with their ancestors, and the
 * documents of each value.
 */
public final class FacetColumn implements CodedColumn {
    /** A value in fewer documents than this share is kept as their numbers, not as a set. */
    private static final int SPARSE = 64;

    private final List<String> values;
    private final List<List<String>> paths;
    private final List<DocSet> documents;
    private final PackedInts codes;
    private final int[][] combinations;

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
        var closures = own.stream().map(v -> closure(v, facet, paths, at)).toArray(int[][]::new);
        var combinations = new Combinations(closures);
        var ofDocument = new int[reader.maxDoc()];
        for (int doc = column.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = column.nextDoc()) {
            ofDocument[doc] = combinations.code(column);
        }
        var places = values.stream().map(v -> paths.path(facet, v)).toList();
        return build(values, places, ofDocument, combinations.all());
    }

    /** The indexes of a value and of those above it. */
    private static int[] closure(String value, Facet facet, FacetPaths paths, Map<String, Integer> at) {
        return paths.closure(facet, List.of(value)).stream()
                .map(at::get)
                .filter(java.util.Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Numbers the combinations of values met; most documents have a single value, which needs no look-up. */
    private static final class Combinations {
        private final int[][] closures;
        private final Map<List<Integer>, Integer> known = new HashMap<>();
        private final List<int[]> all = new ArrayList<>(List.of(new int[0]));
        private final int[] single;

        /**
         * @param closures of each value of the segment, the indexes of it and of those above it
         */
        Combinations(int[][] closures) {
            this.closures = closures;
            this.single = new int[closures.length];
        }

        /** The number of the present document's. */
        int code(SortedSetDocValues column) throws IOException {
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
            all.add(ords.stream()
                    .flatMapToInt(ord -> Arrays.stream(closures[ord]))
                    .distinct()
                    .toArray());
            return all.size() - 1;
        }

        int[][] all() {
            return all.toArray(int[][]::new);
        }
    }

    private static FacetColumn build(
            List<String> values, List<List<String>> paths, int[] ofDocument, int[][] combinations) {
        var sizes = new int[values.size()];
        for (int combination : ofDocument) {
            for (int value : combinations[combination]) {
                sizes[value]++;
            }
        }
        return new FacetColumn(
                values,
                paths,
                documents(sizes, ofDocument, combinations),
                PackedInts.of(ofDocument, combinations.length),
                combinations);
    }

    private static List<DocSet> documents(int[] sizes, int[] ofDocument, int[][] combinations) {
        var documents = new ArrayList<DocSet>();
        for (int size : sizes) {
            documents.add(
                    size < ofDocument.length / SPARSE
                            ? new DocSet.Few(new int[size])
                            : new DocSet.Many(new FixedBitSet(ofDocument.length)));
        }
        var filled = new int[sizes.length];
        for (int doc = 0; doc < ofDocument.length; doc++) {
            for (int value : combinations[ofDocument[doc]]) {
                switch (documents.get(value)) {
                    case DocSet.Many many -> many.bits().set(doc);
                    case DocSet.Few few -> few.docs()[filled[value]++] = doc;
                }
            }
        }
        return List.copyOf(documents);
    }

    /**
     * Counts every value among many hits.
     *
     * @param hits issues
     * @param letters the letters' own documents
     * @return per value how many issues have it at 0, and how many letters at 1
     */
    public int[][] count(FixedBitSet hits, FixedBitSet letters) {
        return documents.stream().map(d -> BlockBits.count(hits, d, letters)).toArray(int[][]::new);
    }

    /** What it takes in memory, about, in bytes. */
    long bytes() {
        long bytes = codes.bytes();
        for (var some : documents) {
            bytes += some.bytes();
        }
        return bytes;
    }

    /** All values, those above others included, sorted. */
    @Override
    public List<String> values() {
        return values;
    }

    /** Documents with that value or one below it; empty when no document has it. */
    public Optional<DocSet> with(String value) {
        int at = Collections.binarySearch(values, value);
        return at < 0 ? Optional.empty() : Optional.of(documents.get(at));
    }

    /** A value and those above it, from the root. */
    public List<String> path(int value) {
        return paths.get(value);
    }

    /** The number of each document's combination of values. */
    public PackedInts codes() {
        return codes;
    }

    @Override
    public int code(int doc) {
        return codes.get(doc);
    }

    /** Indexes of the values of each combination, with those above them. */
    @Override
    public int[][] combinations() {
        return combinations;
    }

    /** Indexes of the values a document has, with those above them. */
    public int[] valuesOf(int doc) {
        return combinations[codes.get(doc)];
    }
}
