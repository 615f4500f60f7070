package org.precedent.search;

import java.util.Optional;

/**
 * Which page of a result to show, and whether its entries are determinations or issues. Immutable; part of {@link Search} and of a request.
 *
 * @param number one-based
 * @param size entries per page, 1 to {@value #MAX_SIZE}
 * @param after id of a determination, or {@link #issueKey} of an issue, after which the page starts, regardless of {@code number}; empty to
 *     count pages from the start
 * @param grouping whether entries are determinations or issues
 */
public record PageRequest(int number, int size, Optional<String> after, Grouping grouping) {
    /** Maximum number of entries per page. */
    public static final int MAX_SIZE = 100;

    public PageRequest {
        if (number < 1 || size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "page " + number + " size " + size + ": expected page >= 1 and size 1 to " + MAX_SIZE);
        }
    }

    /**
     * The first page, with the given number of determinations.
     */
    public static PageRequest first(int size) {
        return new PageRequest(1, size, Optional.empty(), Grouping.DETERMINATION);
    }

    /**
     * The page with another number, counted from the start.
     */
    public PageRequest withNumber(int other) {
        return new PageRequest(other, size, Optional.empty(), grouping);
    }

    /**
     * The next page, which starts after the entry with this id, wherever that is by then.
     */
    public PageRequest startingAfter(String id) {
        return new PageRequest(number + 1, size, Optional.of(id), grouping);
    }

    /**
     * The first page, with another page size.
     */
    public PageRequest withSize(int other) {
        return new PageRequest(1, other, Optional.empty(), grouping);
    }

    /**
     * The first page, with another grouping.
     */
    public PageRequest with(Grouping other) {
        return new PageRequest(1, size, Optional.empty(), other);
    }

    /**
     * Key of an issue after which a page of single issues can start.
     *
     * @param id id of the determination
     * @param issue number of the issue
     */
    public static String issueKey(String id, int issue) {
        return id + "#" + issue;
    }

    /**
     * Number of entries to skip before the page; 0 if it starts after a given entry.
     */
    public int offset() {
        return after.isPresent() ? 0 : Math.multiplyExact(number - 1, size);
    }
}
