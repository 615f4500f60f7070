package org.precedent.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.precedent.lucene.schema.FacetGroup;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;

/**
 * Counts the values of the ten facets of an answer, both as issues and as determinations, as cheaply as we know how. For each facet the
 * method with fewer steps is chosen: intersecting the documents of each value (bits if there are many, a list if there are few) with the
 * hits, or reading the values of each hit. Ancestors in a facet tree are counted along with their descendants.
 */
final class BareDeterminationCounts {
    /** Values of fewer than one document in this many are kept as a list. */
    private static final int RARE = 64;

    /** Cost of reading the values of one hit, in words of a bit set. */
    private static final int STEPS_PER_HIT = 2;

    private static final int[] NO_VALUES = {};

    private final List<Map<Facet, Column>> segments = new ArrayList<>();
    private final List<FixedBitSet> letters;

    /**
     * Reads the facets of an index.
     *
     * @param letters the documents of determinations, one set per segment
     */
    BareDeterminationCounts(IndexReader reader, FacetPaths paths, List<FixedBitSet> letters) throws IOException {
        this.letters = letters;
        for (var leaf : reader.leaves()) {
            var columns = new EnumMap<Facet, Column>(Facet.class);
            for (var facet : Facet.counted(Set.of())) {
                columns.put(facet, Column.read(leaf.reader(), facet, paths));
            }
            segments.add(columns);
        }
    }

    /**
     * Counts all values in one segment, each facet among its own hits.
     *
     * @return the sum of the counts, so that the JIT compiler cannot optimize the work away
     */
    long count(int segment, Function<Facet, FixedBitSet> hits) {
        long sum = 0;
        for (var entry : segments.get(segment).entrySet()) {
            var among = hits.apply(entry.getKey());
            int found = among.cardinality();
            if (found > 0) {
                sum += entry.getValue().count(among, found, letters.get(segment));
            }
        }
        return sum;
    }

    /**
     * The values of one facet in one segment.
     *
     * @param many the documents of each frequent value
     * @param few the documents of each rare value
     * @param ofDocument the values of each document
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only read in loops
    private record Column(List<FixedBitSet> many, List<int[]> few, int[][] ofDocument) {
        static Column read(LeafReader reader, Facet facet, FacetPaths paths) throws IOException {
            var stored = DocValues.getSortedSet(reader, FacetGroup.of(facet).field());
            var numbers = new HashMap<String, Integer>();
            var known = new HashMap<List<String>, int[]>();
            var ofDocument = new int[reader.maxDoc()][];
            Arrays.fill(ofDocument, NO_VALUES);
            for (int doc = stored.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = stored.nextDoc()) {
                ofDocument[doc] = known.computeIfAbsent(
                        BareFacets.values(stored, facet),
                        values -> paths.withAncestors(facet, values).stream()
                                .mapToInt(v -> numbers.computeIfAbsent(v, unseen -> numbers.size()))
                                .toArray());
            }
            return of(ofDocument, numbers.size());
        }

        /** Reads the documents of the values off the values of the documents. */
        private static Column of(int[][] ofDocument, int values) {
            var sizes = new int[values];
            for (var own : ofDocument) {
                for (int value : own) {
                    sizes[value]++;
                }
            }
            var documents = Arrays.stream(sizes).mapToObj(int[]::new).toList();
            var filled = new int[values];
            for (int doc = 0; doc < ofDocument.length; doc++) {
                for (int value : ofDocument[doc]) {
                    documents.get(value)[filled[value]++] = doc;
                }
            }
            var many = new ArrayList<FixedBitSet>();
            var few = new ArrayList<int[]>();
            for (var docs : documents) {
                if (docs.length < ofDocument.length / RARE) {
                    few.add(docs);
                } else {
                    var bits = new FixedBitSet(ofDocument.length);
                    Arrays.stream(docs).forEach(bits::set);
                    many.add(bits);
                }
            }
            return new Column(many, few, ofDocument);
        }

        long count(FixedBitSet hits, int found, FixedBitSet letters) {
            long steps = (long) many.size() * FixedBitSet.bits2words(hits.length());
            for (var docs : few) {
                steps += docs.length;
            }
            return (long) STEPS_PER_HIT * found > steps ? ofValues(hits, letters) : ofHits(hits, letters);
        }

        private long ofValues(FixedBitSet hits, FixedBitSet letters) {
            long sum = 0;
            for (var value : many) {
                sum += count(hits, value, letters);
            }
            for (var value : few) {
                sum += count(hits, value, letters);
            }
            return sum;
        }

        /**
         * Counts both for a frequent value, 64 documents at a time. The issues of a determination directly precede its own document, so
         * adding the hits to a word whose issue positions are all set carries into the determinations that have a hit.
         */
        private static long count(FixedBitSet hits, FixedBitSet value, FixedBitSet letters) {
            var hit = hits.getBits();
            var has = value.getBits();
            var end = letters.getBits();
            long sum = 0;
            long carry = 0;
            for (int i = 0; i < FixedBitSet.bits2words(hits.length()); i++) {
                long both = hit[i] & has[i];
                long issues = ~end[i];
                long added = both + issues + carry;
                sum += Long.bitCount(both) + Long.bitCount(added & end[i]);
                carry = ((both & issues) | ((both | issues) & ~added)) >>> 63;
            }
            return sum;
        }

        private static long count(FixedBitSet hits, int[] value, FixedBitSet letters) {
            long sum = 0;
            int counted = -1;
            for (int doc : value) {
                if (hits.get(doc)) {
                    sum++;
                    if (doc > counted) {
                        counted = letters.nextSetBit(doc);
                        sum++;
                    }
                }
            }
            return sum;
        }

        private long ofHits(FixedBitSet hits, FixedBitSet letters) {
            var issues = new int[many.size() + few.size()];
            var determinations = new int[issues.length];
            var seen = new int[issues.length];
            int letter = -1;
            for (int doc = hits.nextSetBit(0); doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(hits, doc)) {
                letter = doc > letter ? letters.nextSetBit(doc) : letter;
                for (int value : ofDocument[doc]) {
                    issues[value]++;
                    if (seen[value] != letter + 1) {
                        seen[value] = letter + 1;
                        determinations[value]++;
                    }
                }
            }
            return Arrays.stream(issues).asLongStream().sum()
                    + Arrays.stream(determinations).asLongStream().sum();
        }

        private static int next(FixedBitSet hits, int doc) {
            return doc + 1 < hits.length() ? hits.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS;
        }
    }
}
