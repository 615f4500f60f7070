package org.precedent.web.view;

import java.util.Optional;
import org.precedent.search.SearchPage;
import org.precedent.search.request.SearchRequest;

/**
 * Position of a page within its result.
 *
 * @param place {@code 11–20 of 42 letters}
 * @param number this page, one-based
 * @param pages how many there are
 * @param previous the page before
 * @param next the page after
 * @param deep whether pages beyond the last reachable one exist
 */
public record Paging(
        String place, int number, long pages, Optional<String> previous, Optional<String> next, boolean deep) {
    public static Paging of(PageAddress address, SearchPage page) {
        var request = address.request();
        long letters = page.total().determinations();
        long reachable = Math.min(letters, SearchRequest.MAX_DEPTH);
        long first = (request.page() - 1L) * request.size() + 1;
        long last = first + page.letters().size() - 1;
        return new Paging(
                PageText.number(first) + "–" + PageText.number(last) + " of " + PageText.count(letters, "letter"),
                request.page(),
                Math.max(1, (reachable + request.size() - 1) / request.size()),
                request.page() > 1 ? Optional.of(address.to(request.withPage(request.page() - 1))) : Optional.empty(),
                next(request, letters).map(address::to),
                letters > SearchRequest.MAX_DEPTH);
    }

    /**
     * The page behind this one's last letter, however deep; empty on the last page. For programs that read a whole result: a
     * letter added meanwhile shifts nothing.
     */
    public static Optional<SearchRequest> behind(SearchRequest request, SearchPage page) {
        long shown =
                (long) (request.page() - 1) * request.size() + page.letters().size();
        return page.letters().isEmpty() || shown >= page.total().determinations()
                ? Optional.empty()
                : Optional.of(request.with(
                        request.paging().behind(page.letters().getLast().id())));
    }

    /**
     * The search's next page; empty on the last.
     */
    public static Optional<SearchRequest> next(SearchRequest request, long letters) {
        long shown = (long) request.page() * request.size();
        return shown < letters && shown < SearchRequest.MAX_DEPTH
                ? Optional.of(request.withPage(request.page() + 1))
                : Optional.empty();
    }
}
