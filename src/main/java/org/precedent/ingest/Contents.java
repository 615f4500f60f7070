package org.precedent.ingest;

/**
 * Set of the contents a run has seen, by half their digests, which suffices to distinguish them and takes 16 bytes plus the
 * gaps of a hash table.
 */
final class Contents {
    private static final int FIRST_SLOTS = 1024;
    private static final int HALF = 16;
    private static final int HEX = 16;

    /** Two numbers a slot; both 0 is a free slot. */
    private long[] slots = new long[2 * FIRST_SLOTS];

    private int size;

    int size() {
        return size;
    }

    boolean contains(String sha256) {
        int slot = slot(high(sha256), low(sha256));
        return slots[slot] != 0 || slots[slot + 1] != 0;
    }

    void add(String sha256) {
        if (size * 4 >= slots.length) {
            grow();
        }
        if (put(high(sha256), low(sha256))) {
            size++;
        }
    }

    private boolean put(long high, long low) {
        int slot = slot(high, low);
        boolean isNew = slots[slot] == 0 && slots[slot + 1] == 0;
        slots[slot] = high;
        slots[slot + 1] = low;
        return isNew;
    }

    private void grow() {
        var former = slots;
        slots = new long[former.length * 2];
        for (int i = 0; i < former.length; i += 2) {
            if (former[i] != 0 || former[i + 1] != 0) {
                put(former[i], former[i + 1]);
            }
        }
    }

    /** Digests are evenly spread by themselves. */
    private int slot(long high, long low) {
        int mask = slots.length / 2 - 1;
        int slot = (int) (high ^ low) & mask;
        while ((slots[2 * slot] != 0 || slots[2 * slot + 1] != 0)
                && (slots[2 * slot] != high || slots[2 * slot + 1] != low)) {
            slot = (slot + 1) & mask;
        }
        return 2 * slot;
    }

    private static long high(String sha256) {
        return Long.parseUnsignedLong(sha256, 0, HALF, HEX);
    }

    private static long low(String sha256) {
        return Long.parseUnsignedLong(sha256, HALF, 2 * HALF, HEX);
    }
}
