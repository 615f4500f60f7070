package org.precedent.lucene.snapshot;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.precedent.lucene.schema.IndexField;
import org.precedent.search.Sort;
import org.precedent.search.facet.FacetPaths;

/**
 * In-memory columns of one segment: block boundaries and facets. Deletions are applied to result sets.
 *
 * @param letters documents of determinations, each the last of its block
 * @param sorted the determinations in each sort order
 * @param groups the columns of the groups of facets
 * @param irregular words that do not sort with their stem
 */
public record SegmentColumns(FixedBitSet letters, SortedLetters sorted, GroupColumns groups, IrregularForms irregular) {
    /** Returns the documents of determinations of a segment, including deleted ones. */
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
        var letters = letters(reader);
        var groups = new GroupColumns(paths);
        groups.readAhead(reader);
        return new SegmentColumns(letters, new SortedLetters(letters), groups, new IrregularForms());
    }

    /** Approximate memory use in bytes. */
    long bytes() {
        return letters.ramBytesUsed() + sorted.bytes() + groups.bytes();
    }

    /** Returns the determination's own document for any document of its block. */
    public int letterOf(int doc) {
        return letters.nextSetBit(doc);
    }

    /** Returns the first document of the block that ends with this determination's document. */
    public int firstOf(int letter) {
        return letter == 0 ? 0 : letters.prevSetBit(letter - 1) + 1;
    }

    /**
     * The determinations of a segment in each sort order, sorted on first use. If there are many hits, the first ones are found by walking
     * along the order instead of examining all.
     */
    public static final class SortedLetters {
        private static final int LAST = Integer.MAX_VALUE;

        private final int[] letters;
        private final Map<Sort, int[]> orders = new EnumMap<>(Sort.class);

        SortedLetters(FixedBitSet letters) {
            this.letters = new int[letters.cardinality()];
            int count = 0;
            for (int doc = BlockBits.next(letters, 0); doc != BlockBits.NONE; doc = BlockBits.next(letters, doc + 1)) {
                this.letters[count++] = doc;
            }
        }

        public int count() {
            return letters.length;
        }

        long bytes() {
            return (long) Integer.BYTES * letters.length * (1 + orders.size());
        }

        /**
         * Returns the documents of determinations in order; relevance without a ranking means newest first.
         *
         * @param reader of the segment
         */
        public synchronized int[] sort(Sort sort, LeafReader reader) throws IOException {
            var order = orders.get(sort);
            if (order == null) {
                order = switch (sort) {
                    case RELEVANCE -> sort(Sort.NEWEST, reader);
                    case NEWEST -> byIdWithin(days(reader, -1), reader);
                    case OLDEST -> byIdWithin(days(reader, 1), reader);
                    case ADDED -> byDateWithin(added(reader), reader);
                    case CASE -> byDateWithin(cases(reader), reader);
                };
                orders.put(sort, order);
            }
            return order;
        }

        private int[] byIdWithin(int[] keys, LeafReader reader) throws IOException {
            var ids = DocValues.getSorted(reader, IndexField.ID_ORDER.key());
            var byId = new long[letters.length];
            for (int i = 0; i < letters.length; i++) {
                ids.advanceExact(letters[i]);
                // the index disambiguates, since a deleted former version with the same id may be in the same segment
                byId[i] = (long) ids.ordValue() << Integer.SIZE | i;
            }
            Arrays.sort(byId);
            var ranks = new int[letters.length];
            for (int rank = 0; rank < ranks.length; rank++) {
                ranks[(int) byId[rank]] = rank;
            }
            return sorted(keys, i -> ranks[i], rank -> (int) byId[rank]);
        }

        private int[] byDateWithin(int[] keys, LeafReader reader) throws IOException {
            var newest = sort(Sort.NEWEST, reader);
            var ranks = new int[letters.length];
            var at = new int[letters.length];
            for (int rank = 0; rank < newest.length; rank++) {
                int i = Arrays.binarySearch(letters, newest[rank]);
                ranks[i] = rank;
                at[rank] = i;
            }
            return sorted(keys, i -> ranks[i], rank -> at[rank]);
        }

        /** Sorts by key, then by a rank that is unique among determinations, ascending. */
        private int[] sorted(int[] keys, IntUnaryOperator within, IntUnaryOperator letterOf) {
            var both = new long[keys.length];
            for (int i = 0; i < keys.length; i++) {
                both[i] = (long) keys[i] << Integer.SIZE | within.applyAsInt(i);
            }
            Arrays.sort(both);
            var order = new int[both.length];
            for (int i = 0; i < both.length; i++) {
                order[i] = letters[letterOf.applyAsInt((int) both[i])];
            }
            return order;
        }

        private int[] days(LeafReader reader, int sign) throws IOException {
            var days = DocValues.getNumeric(reader, IndexField.DECIDED.key());
            var keys = new int[letters.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = days.advanceExact(letters[i]) ? sign * Math.toIntExact(days.longValue()) : LAST;
            }
            return keys;
        }

        private int[] added(LeafReader reader) throws IOException {
            var times = new long[letters.length];
            NumericDocValues column = DocValues.getNumeric(reader, IndexField.FIRST_SEEN.key());
            for (int i = 0; i < times.length; i++) {
                times[i] = column.advanceExact(letters[i]) ? column.longValue() : Long.MIN_VALUE;
            }
            var distinct = Arrays.stream(times).sorted().distinct().toArray();
            var keys = new int[times.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = distinct.length - Arrays.binarySearch(distinct, times[i]);
            }
            return keys;
        }

        private int[] cases(LeafReader reader) throws IOException {
            var column = DocValues.getSorted(reader, IndexField.CASE_ORDER.key());
            var keys = new int[letters.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = column.advanceExact(letters[i]) ? column.ordValue() : LAST;
            }
            return keys;
        }
    }
}
