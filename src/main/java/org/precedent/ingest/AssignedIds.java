package org.precedent.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Compact map from the ids assigned during a run to their sources, for runs of millions of files: a few dozen bytes per determination.
 * Strings are stored as bytes in large buffers, found through a hash table of offsets.
 */
final class AssignedIds {
    private static final int CHUNK = 1 << 20;
    private static final int CHUNK_BITS = 20;
    private static final int FIRST_SLOTS = 1024;

    private final List<ByteBuffer> chunks = new ArrayList<>();
    /** Offsets plus one; 0 marks a free slot. */
    private long[] slots = new long[FIRST_SLOTS];

    private int size;

    int size() {
        return size;
    }

    /**
     * Returns the source of the determination with this id; empty if the id has not been assigned.
     */
    Optional<String> source(String id) {
        var bytes = id.getBytes(StandardCharsets.UTF_8);
        long place = slots[slot(bytes)];
        return place == 0 ? Optional.empty() : Optional.of(new String(second(place - 1), StandardCharsets.UTF_8));
    }

    /**
     * Assigns an id that is not yet assigned to a source.
     */
    void add(String id, String source) {
        if (size * 2 >= slots.length) {
            grow();
        }
        var bytes = id.getBytes(StandardCharsets.UTF_8);
        slots[slot(bytes)] = 1 + write(bytes, source.getBytes(StandardCharsets.UTF_8));
        size++;
    }

    private void grow() {
        var previous = slots;
        slots = new long[previous.length * 2];
        for (long place : previous) {
            if (place != 0) {
                slots[slot(first(place - 1))] = place;
            }
        }
    }

    /** Returns the slot of the id, or the free slot where it would be stored. */
    private int slot(byte[] id) {
        int hash = Arrays.hashCode(id) * 0x9E3779B9;
        int slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
        while (slots[slot] != 0 && !Arrays.equals(first(slots[slot] - 1), id)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private long write(byte[] id, byte[] source) {
        int length = id.length + source.length + 2 * Integer.BYTES;
        if (chunks.isEmpty() || chunks.getLast().remaining() < length) {
            chunks.add(ByteBuffer.allocate(Math.max(CHUNK, length)));
        }
        var chunk = chunks.getLast();
        long place = ((long) (chunks.size() - 1) << CHUNK_BITS) | chunk.position();
        chunk.putInt(id.length).put(id).putInt(source.length).put(source);
        return place;
    }

    private byte[] first(long place) {
        return bytes(place, 0);
    }

    private byte[] second(long place) {
        return bytes(place, Integer.BYTES + first(place).length);
    }

    private byte[] bytes(long place, int after) {
        var chunk = chunks.get((int) (place >>> CHUNK_BITS));
        int at = (int) (place & (CHUNK - 1)) + after;
        var bytes = new byte[chunk.getInt(at)];
        chunk.get(at + Integer.BYTES, bytes);
        return bytes;
    }
}
