package org.precedent.lucene.facet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.precedent.lucene.schema.FacetGroup;
import org.precedent.lucene.snapshot.PackedInts;

/**
 * Counts of one segment, compared with counts taken issue by issue: few and many hits, codes and values, determinations with no issue and
 * with hundreds.
 */
class GroupCounterTest {
    private static final int[] LARGEST_BLOCKS = {1, 3, 12, 300};
    private static final int[] VALUES = {1, 40, 100, 400};

    @Test
    void countsIssuesAndDeterminationsAsSteppingThroughThemDoes() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int run = 0; run < 400; run++) {
            var message = "seed " + seed + ", run " + run;
            var group = run % 5 == 0 ? FacetGroup.REVIEW : FacetGroup.SUBJECT;
            var letters = letters(random, 1 + random.nextInt(2_000), LARGEST_BLOCKS[run % 4]);
            int values = VALUES[run / 4 % 4];
            var slots = slots(random, 1 + random.nextInt(600), values);
            var codes = codes(random, letters, slots.length, group == FacetGroup.REVIEW);
            var hits = hits(random, letters);
            var expected = expected(hits, letters, codes, slots, values);
            assertArrayEquals(expected, counted(group, hits, letters, codes, slots, values), message);
        }
    }

    @Test
    void separatesOnlyHitsOfDeterminationsFromOthers() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            var letters = letters(random, 1 + random.nextInt(4_000), LARGEST_BLOCKS[run % 4]);
            var hits = hits(random, letters);
            var batches = new HitBatches(hits, hits.cardinality(), letters);
            var listed = new FixedBitSet(hits.length());
            var counted = new HashSet<Integer>();
            while (batches.advance()) {
                for (int i = 0; i < batches.single(); i++) {
                    int doc = batches.singles()[i];
                    listed.set(doc);
                    assertEquals(true, counted.add(letters.nextSetBit(doc)), "seed " + seed);
                }
                for (int i = 0; i < batches.other(); i++) {
                    int doc = batches.others()[i];
                    listed.set(doc);
                    boolean first = counted.add(letters.nextSetBit(doc));
                    assertEquals(first ? 1 : 0, batches.firstOthers()[i], "seed " + seed);
                }
            }
            assertEquals(hits, listed, "seed " + seed);
        }
    }

    private static long[] counted(
            FacetGroup group, FixedBitSet hits, FixedBitSet letters, int[] codes, int[][] slots, int values) {
        var packed = PackedInts.of(codes, slots.length);
        var sums = new long[values];
        int size = hits.cardinality();
        var ofCodes = new CodeSlots(slots, packed.histogram(slots.length), values);
        var counter = new GroupCounter(group, packed, ofCodes, size, sums);
        var batches = new HitBatches(hits, size, letters);
        while (batches.advance()) {
            counter.count(batches);
        }
        counter.finish();
        return sums;
    }

    private static long[] expected(FixedBitSet hits, FixedBitSet letters, int[] codes, int[][] slots, int values) {
        var issues = new int[values];
        var determinations = new int[values];
        var last = new int[values];
        Arrays.fill(last, -1);
        for (int doc = 0; doc < codes.length; doc++) {
            if (hits.get(doc)) {
                int letter = letters.nextSetBit(doc);
                for (int slot : slots[codes[doc]]) {
                    issues[slot]++;
                    determinations[slot] += last[slot] == letter ? 0 : 1;
                    last[slot] = letter;
                }
            }
        }
        return IntStream.range(0, values)
                .mapToLong(v -> (long) issues[v] << Integer.SIZE | determinations[v])
                .toArray();
    }

    /** The ends of blocks with up to so many issues each, some with none. */
    private static FixedBitSet letters(Random random, int count, int largest) {
        var ends = new int[count];
        int end = -1;
        for (int i = 0; i < count; i++) {
            end += 1 + random.nextInt(largest + 1);
            ends[i] = end;
        }
        var letters = new FixedBitSet(end + 1);
        IntStream.of(ends).forEach(letters::set);
        return letters;
    }

    private static int[][] slots(Random random, int codes, int values) {
        var slots = new int[codes][];
        slots[0] = new int[0];
        for (int code = 1; code < codes; code++) {
            slots[code] = IntStream.range(0, random.nextInt(8))
                    .map(i -> Math.min(random.nextInt(values), random.nextInt(values)))
                    .distinct()
                    .toArray();
        }
        return slots;
    }

    /** The code of each document, the same for all issues of a determination if they share it. */
    private static int[] codes(Random random, FixedBitSet letters, int bound, boolean shared) {
        var codes = new int[letters.length()];
        int code = random.nextInt(bound);
        for (int doc = 0; doc < codes.length; doc++) {
            codes[doc] = code;
            if (letters.get(doc) || (!shared && random.nextInt(3) > 0)) {
                code = random.nextInt(bound);
            }
        }
        return codes;
    }

    private static FixedBitSet hits(Random random, FixedBitSet letters) {
        var hits = new FixedBitSet(letters.length());
        int oneIn = 1 << random.nextInt(10);
        for (int doc = 0; doc < letters.length(); doc++) {
            if (!letters.get(doc) && random.nextInt(oneIn) == 0) {
                hits.set(doc);
            }
        }
        return hits;
    }
}
