package org.precedent.lucene.facet;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;

/**
 * Lists the hits of one segment in batches that end with the hits of a determination, so that many columns are read for the documents of a
 * batch while these are in the processor's cache. A batch consists of hits that are the only one of their determination, and of others.
 * Not thread-safe.
 */
final class HitBatches {
    private static final int SIZE = 1 << 12;

    private final long[] hits;
    private final long[] letters;
    private final int words;
    private int word;

    /** 1 if the block that the next word begins with has no hit so far, so that it could start there; else 0. */
    private long pending = 1;

    private int[] docs;
    private int[] isFirst;
    private int count;
    private int[] singles = {};
    private int[] others = {};
    private int[] firstOthers = {};
    private int single;
    private int other;

    /**
     * Creates the batches.
     *
     * @param hits issue documents
     * @param size their number
     * @param letters documents of determinations, each after its issues
     */
    HitBatches(FixedBitSet hits, int size, FixedBitSet letters) {
        this.hits = hits.getBits();
        this.letters = letters.getBits();
        this.words = FixedBitSet.bits2words(hits.length());
        this.docs = new int[Math.min(size, SIZE) + Long.SIZE];
        this.isFirst = new int[docs.length + 1];
    }

    /** Moves to the next batch; returns false at the end. */
    boolean advance() {
        count = 0;
        boolean open = false;
        while (word < words && (count < SIZE || open)) {
            long hit = hits[word];
            // without hits, the ends matter only if the determination in progress has some
            if (hit != 0) {
                long ends = letters[word];
                list(hit, firstHits(hit, ends));
                open = ends == 0 || hit >>> (Long.SIZE - 1 - Long.numberOfLeadingZeros(ends)) != 0;
                pending = open ? 0 : 1;
            } else if (open && letters[word] != 0) {
                open = false;
                pending = 1;
            }
            word++;
        }
        split();
        return count > 0;
    }

    /**
     * The first hit of each determination, for 64 documents at once: subtracting the start of each block from the block's hits and end
     * changes nothing above the lowest of them.
     */
    private long firstHits(long hit, long ends) {
        long marked = hit | ends;
        long starts = ends << 1;
        return marked & ~(marked - starts - pending);
    }

    private void list(long hit, long first) {
        if (count + Long.SIZE > docs.length) {
            docs = Arrays.copyOf(docs, 2 * docs.length);
            isFirst = Arrays.copyOf(isFirst, docs.length + 1);
        }
        int base = word << 6;
        int at = count;
        for (long rest = hit; rest != 0; rest &= rest - 1) {
            int bit = Long.numberOfTrailingZeros(rest);
            docs[at] = base + bit;
            isFirst[at++] = (int) (first >>> bit) & 1;
        }
        count = at;
    }

    /** Separates single hits of a determination from others, without a branch, since the processor could not predict it. */
    private void split() {
        if (singles.length < docs.length) {
            singles = new int[docs.length];
            others = new int[docs.length];
            firstOthers = new int[docs.length];
        }
        isFirst[count] = 1;
        int one = 0;
        int more = 0;
        for (int i = 0; i < count; i++) {
            int isSingle = isFirst[i] & isFirst[i + 1];
            singles[one] = docs[i];
            one += isSingle;
            others[more] = docs[i];
            firstOthers[more] = isFirst[i];
            more += 1 - isSingle;
        }
        single = one;
        other = more;
    }

    /** The documents of hits that are the only one of their determination; only the first {@link #single} entries are valid. */
    int[] singles() {
        return singles;
    }

    /** The number of hits that are the only one of their determination. */
    int single() {
        return single;
    }

    /** The documents of the other hits, in ascending order; only the first {@link #other} entries are valid. */
    int[] others() {
        return others;
    }

    /** The number of other hits. */
    int other() {
        return other;
    }

    /** For each of the other hits, 1 if it is the first of its determination, else 0. */
    int[] firstOthers() {
        return firstOthers;
    }
}
