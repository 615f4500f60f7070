package org.precedent.web.saved;

import java.time.Instant;
import org.precedent.saved.SavedSearch;
import org.precedent.search.PageRequest;
import org.precedent.search.SearchPage;
import org.precedent.search.Sort;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.http.Failure;
import org.precedent.web.search.RequestedSearch;
import org.precedent.web.search.SearchGateway;

/**
 * A saved search with its current result, newest first, and what is new since an instant.
 *
 * @param saved the saved search
 * @param request the search parameters
 * @param page the most recently added determinations
 * @param news counts of what is new
 */
public record SavedNews(SavedSearch saved, SearchRequest request, SearchPage page, NewResults news) {
    private static final int MAX_SHOWN = 10;

    /**
     * Runs a saved search.
     *
     * @param gateway runs the search
     * @param since exclusive; determinations added or changed later are new or changed
     * @throws Failure when the search, saved by another version, can no longer be read, or no permit becomes available in time
     */
    public static SavedNews find(SearchGateway gateway, SavedSearch saved, Instant since) {
        var request = RequestedSearch.parsePath(saved.draft().url());
        var newest = request.with(Sort.ADDED).with(PageRequest.first(MAX_SHOWN));
        var search = gateway.understand(newest).search();
        return gateway.run(() -> {
            var page = gateway.engine().search(search);
            var news = NewResults.find(gateway.engine(), search, page.words().shown(), since);
            long wanted = Math.min(news.fresh().determinations(), SearchRequest.MAX_SIZE);
            // list all new results, up to the maximum page size
            var all = gateway.understand(newest.with(newest.paging().withSize((int) Math.max(wanted, 1))))
                    .search();
            return new SavedNews(
                    saved, request, wanted > MAX_SHOWN ? gateway.engine().search(all) : page, news);
        });
    }

    /**
     * Whether the search may find other issues than when it was saved, because the rule for partial matches has changed since.
     */
    boolean usesOlderRule() {
        return saved.usesOlderRule()
                && request.options().match().isEmpty()
                && page.words().total() > 1;
    }
}
