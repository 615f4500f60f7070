package org.precedent.lucene.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

class BlockBitsTest {
    private static final int LARGEST_BLOCK = 200;

    @Test
    void findsTheIssuesOfDeterminationsAndTheDeterminationsOfIssuesAsSteppingThroughTheBlocksDoes() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int run = 0; run < 500; run++) {
            int largest = 1 + random.nextInt(run % 2 == 0 ? 4 : LARGEST_BLOCK);
            var letters = blocks(random, 1 + random.nextInt(300), largest);
            var wanted = new FixedBitSet(letters.length());
            var wantedWithIssues = new FixedBitSet(letters.length());
            var issues = new FixedBitSet(letters.length());
            int first = 0;
            for (int letter = 0; letter < letters.length(); letter++) {
                if (letters.get(letter)) {
                    if (random.nextBoolean()) {
                        wanted.set(letter);
                        issues.set(first, letter);
                        if (first < letter) {
                            wantedWithIssues.set(letter);
                        }
                    }
                    first = letter + 1;
                }
            }
            assertEquals(issues, BlockBits.issuesOf(wanted, letters), "seed " + seed);
            assertEquals(wantedWithIssues, BlockBits.lettersWith(issues, letters), "seed " + seed);
        }
    }

    /** Determinations with up to so many issues each, some with none. */
    private static FixedBitSet blocks(Random random, int count, int largest) {
        var letters = new FixedBitSet(count * (largest + 1));
        int end = 0;
        for (int i = 0; i < count; i++) {
            end += random.nextInt(largest + 1);
            letters.set(end++);
        }
        var cut = new FixedBitSet(end);
        for (int doc = 0; doc < end; doc++) {
            if (letters.get(doc)) {
                cut.set(doc);
            }
        }
        return cut;
    }
}
