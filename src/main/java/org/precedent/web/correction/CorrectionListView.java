package org.precedent.web.correction;

import java.util.List;
import java.util.Optional;

/**
 * View of a page of the list of all corrections.
 *
 * @param entries newest first
 * @param place {@code Page 2 of 3}
 * @param previous path of the page before; empty on the first
 * @param next path of the page after; empty on the last
 */
public record CorrectionListView(
        List<CorrectionEntry> entries, String place, Optional<String> previous, Optional<String> next) {
    public CorrectionListView {
        entries = List.copyOf(entries);
    }

    /**
     * The view of a page.
     *
     * @param page number of the page, one-based
     * @param pages how many there are, one at least
     */
    static CorrectionListView of(List<CorrectionEntry> entries, int page, int pages) {
        return new CorrectionListView(
                entries,
                "Page " + page + " of " + pages,
                page > 1 ? Optional.of(path(page - 1)) : Optional.empty(),
                page < pages ? Optional.of(path(page + 1)) : Optional.empty());
    }

    private static String path(int page) {
        return page == 1 ? "/corrections" : "/corrections?page=" + page;
    }
}
