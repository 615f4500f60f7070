package org.precedent.search;

import java.util.Optional;

/**
 * Which part of a result to show, and what an entry of it is. Immutable; part of {@link Search} and of a request.
 *
 * @param number one-based
 * @param size entries per page, 1 to {@value #MAX_SIZE}
 * @param after the page begins after the determination of this id, or the issue of this {@link #issueKey}, whatever the page's
 *     number; empty to count pages from the start
 * @param grouping what an entry is
 */
public record PageRequest(int number, int size, Optional<String> after, Grouping grouping) {
    /** The largest page, in entries. */
    public static final int MAX_SIZE = 100;

    public PageRequest {
        if (number < 1 || size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "page " + number + " size " + size + ": expected page >= 1 and size 1 to " + MAX_SIZE);
        }
    }

    /**
     * The first page, with a number of determinations.
     */
    public static PageRequest first(int size) {
        return new PageRequest(1, size, Optional.empty(), Grouping.DETERMINATION);
    }

    /**
     * The page of another number, counted from the start.
     */
    public PageRequest withNumber(int other) {
        return new PageRequest(other, size, Optional.empty(), grouping);
    }

    /**
     * The next page, which begins after the entry of this id wherever it stands by then.
     */
    public PageRequest startingAfter(String id) {
        return new PageRequest(number + 1, size, Optional.of(id), grouping);
    }

    /**
     * The first page of another size.
     */
    public PageRequest withSize(int other) {
        return new PageRequest(1, other, Optional.empty(), grouping);
    }

    /**
     * The first page of other entries.
     */
    public PageRequest with(Grouping other) {
        return new PageRequest(1, size, Optional.empty(), other);
    }

    /**
     * Where a page of single issues begins: after this one.
     *
     * @param id of the determination
     * @param issue number of the issue
     */
    public static String issueKey(String id, int issue) {
        return id + "#" + issue;
    }

    /**
     * Number of entries before the page, counted from where the result begins.
     */
    public int offset() {
        return after.isPresent() ? 0 : Math.multiplyExact(number - 1, size);
    }
}
