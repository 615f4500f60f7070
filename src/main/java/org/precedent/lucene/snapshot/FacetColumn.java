package org.precedent.lucene.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;
import org.precedent.lucene.schema.FacetGroup;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;

/**
 * In-memory facet column of one segment: a value-set id per document, and the values of each set with their ancestors. The documents of
 * a value are found on first use. Thread-safe.
 */
public final class FacetColumn implements CodedColumn {
    private final List<String> values;
    private final List<List<String>> paths;
    private final PackedInts codes;
    private final int[] ofCode;
    private final int[][] combinations;
    private final AtomicReferenceArray<DocSet> documents;

    /**
     * Creates a column.
     *
     * @param codes the code of each document in the column of the group
     * @param ofCode the number of the combination that each code stands for
     */
    private FacetColumn(
            List<String> values, List<List<String>> paths, PackedInts codes, int[] ofCode, int[][] combinations) {
        this.values = values;
        this.paths = paths;
        this.codes = codes;
        this.ofCode = ofCode;
        this.combinations = combinations;
        this.documents = new AtomicReferenceArray<>(values.size());
    }

    /** Collects the combinations of values of a facet, code by code. */
    static final class Builder {
        private static final int FEW = 32;

        private final Facet facet;
        private final FacetPaths paths;
        private final Map<BytesRef, Integer> known = new HashMap<>();
        private final Map<String, Integer> own = new LinkedHashMap<>();

        /** The indexes of the values of each combination in {@link #own}. */
        private final List<int[]> combinations = new ArrayList<>();

        private int[] ofCode = new int[64];
        private int codes;

        Builder(Facet facet, FacetPaths paths) {
            this.facet = facet;
            this.paths = paths;
        }

        /** Adds the combination that the next code stands for, as encoded by {@link FacetGroup}. */
        void add(BytesRef slice) {
            var number = known.get(slice);
            if (number == null) {
                number = known.size();
                known.put(BytesRef.deepCopyOf(slice), number);
                combinations.add(FacetGroup.values(slice).stream()
                        .mapToInt(v -> own.computeIfAbsent(v, unseen -> own.size()))
                        .toArray());
            }
            if (codes == ofCode.length) {
                ofCode = Arrays.copyOf(ofCode, 2 * codes);
            }
            ofCode[codes++] = number;
        }

        FacetColumn build(PackedInts column) {
            var values = List.copyOf(new TreeSet<>(paths.withAncestors(facet, own.keySet())));
            var at = new HashMap<String, Integer>();
            values.forEach(v -> at.put(v, at.size()));
            var closures = own.keySet().stream().map(v -> closure(v, at)).toArray(int[][]::new);
            return new FacetColumn(
                    values,
                    values.stream().map(v -> paths.path(facet, v)).toList(),
                    column,
                    Arrays.copyOf(ofCode, codes),
                    combinations.stream().map(c -> union(c, closures)).toArray(int[][]::new));
        }

        /** The indexes of a value and its ancestors. */
        private int[] closure(String value, Map<String, Integer> at) {
            return paths.withAncestors(facet, List.of(value)).stream()
                    .mapToInt(v -> at.getOrDefault(v, -1))
                    .toArray();
        }

        private static int[] union(int[] values, int[]... closures) {
            if (values.length == 1) {
                return closures[values[0]];
            }
            int size = 0;
            for (int value : values) {
                size += closures[value].length;
            }
            var all = new int[size];
            int count = 0;
            for (int value : values) {
                for (int index : closures[value]) {
                    all[count++] = index;
                }
            }
            return count > FEW ? IntStream.of(all).distinct().toArray() : distinct(all);
        }

        /** Removes repetitions from a few numbers; faster than a stream, which matters while a server starts. */
        private static int[] distinct(int... all) {
            int count = 0;
            for (int index : all) {
                int same = 0;
                while (same < count && all[same] != index) {
                    same++;
                }
                if (same == count) {
                    all[count++] = index;
                }
            }
            return Arrays.copyOf(all, count);
        }
    }

    /** Memory use of codes, which the facets of a group share, is not included. Approximate, in bytes. */
    long bytes() {
        long bytes = (long) Integer.BYTES * ofCode.length;
        for (int i = 0; i < documents.length(); i++) {
            var known = documents.get(i);
            bytes += known == null ? 0 : known.bytes();
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
        return at < 0 ? Optional.empty() : Optional.of(with(at));
    }

    private DocSet with(int value) {
        var known = documents.get(value);
        if (known == null) {
            var wanted = new boolean[ofCode.length];
            for (int code = 0; code < wanted.length; code++) {
                wanted[code] = IntStream.of(valuesOfCode(code)).anyMatch(v -> v == value);
            }
            known = DocSet.of(codes.documents(wanted));
            documents.set(value, known);
        }
        return known;
    }

    /** A value and its ancestors, starting at the root. */
    public List<String> path(int value) {
        return paths.get(value);
    }

    @Override
    public void codes(int[] docs, int count, int... into) {
        codes.get(docs, count, into);
        for (int i = 0; i < count; i++) {
            into[i] = ofCode[into[i]];
        }
    }

    /** The indexes of the values of each combination, including ancestors. */
    @Override
    public int[][] combinations() {
        return combinations;
    }

    /** The indexes of the values that a code of the group stands for, including ancestors. */
    public int[] valuesOfCode(int code) {
        return combinations[ofCode[code]];
    }

    /** The indexes of a document's values, including ancestors. */
    public int[] valuesOf(int doc) {
        return valuesOfCode(codes.get(doc));
    }
}
