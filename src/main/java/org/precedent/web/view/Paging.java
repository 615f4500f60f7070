package org.precedent.web.view;

import java.util.Optional;
import org.precedent.search.Grouping;
import org.precedent.search.PageRequest;
import org.precedent.search.SearchPage;
import org.precedent.search.request.SearchRequest;

/**
 * Position of a page within its result.
 *
 * @param place {@code 11–20 of 42 determinations}
 * @param number one-based number of this page
 * @param pages number of pages
 * @param previous URL of the previous page
 * @param next URL of the next page
 * @param deep whether pages beyond the last reachable one exist
 */
public record Paging(
        String place, int number, long pages, Optional<String> previous, Optional<String> next, boolean deep) {
    public static Paging of(PageAddress address, SearchPage page) {
        var request = address.request();
        long entries = entries(request, page);
        var noun = request.paging().grouping() == Grouping.ISSUE ? "issue" : "determination";
        long reachable = Math.min(entries, SearchRequest.MAX_DEPTH);
        long first = (request.page() - 1L) * request.size() + 1;
        long last = first + page.letters().size() - 1;
        return new Paging(
                PageText.number(first) + "–" + PageText.number(last) + " of " + PageText.count(entries, noun),
                request.page(),
                Math.max(1, (reachable + request.size() - 1) / request.size()),
                request.page() > 1
                        ? Optional.of(
                                address.urlOf(request.with(request.paging().withNumber(request.page() - 1))))
                        : Optional.empty(),
                next(request, entries).map(address::urlOf),
                entries > SearchRequest.MAX_DEPTH);
    }

    private static long entries(SearchRequest request, SearchPage page) {
        return switch (request.paging().grouping()) {
            case DETERMINATION -> page.total().determinations();
            case ISSUE -> page.total().issues();
        };
    }

    /**
     * The request for the results after this page's last entry, at any depth; empty on the last page. For clients that read a whole result:
     * unlike page numbers, it is not affected by determinations added meanwhile.
     */
    public static Optional<SearchRequest> after(SearchRequest request, SearchPage page) {
        long shown =
                (long) (request.page() - 1) * request.size() + page.letters().size();
        if (page.letters().isEmpty() || shown >= entries(request, page)) {
            return Optional.empty();
        }
        var last = page.letters().getLast();
        var place = request.paging().grouping() == Grouping.ISSUE
                ? PageRequest.issueKey(last.id(), last.issues().getFirst().number())
                : last.id();
        return Optional.of(request.with(request.paging().startingAfter(place)));
    }

    /**
     * The request for the next page; empty on the last page.
     */
    public static Optional<SearchRequest> next(SearchRequest request, long letters) {
        long shown = (long) request.page() * request.size();
        return shown < letters && shown < SearchRequest.MAX_DEPTH
                ? Optional.of(request.with(request.paging().withNumber(request.page() + 1)))
                : Optional.empty();
    }
}
