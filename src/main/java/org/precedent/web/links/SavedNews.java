package org.precedent.web.links;

import java.time.Instant;
import org.precedent.saved.SavedSearch;
import org.precedent.search.SearchPage;
import org.precedent.search.SearchRequest;
import org.precedent.search.Sort;

/**
 * A saved search, run: what it finds now, newest first, and what of that came since an instant.
 *
 * @param saved the saved search
 * @param request its search
 * @param page the letters added last
 * @param news what came since
 */
record SavedNews(SavedSearch saved, SearchRequest request, SearchPage page, News news) {
    private static final int SHOWN = 10;

    /**
     * Runs a saved search.
     *
     * @param since after which a letter is new or changed
     */
    static SavedNews of(LinkParts parts, SavedSearch saved, Instant since) {
        var request = Asked.at(saved.draft().url());
        var newest = request.withSort(Sort.ADDED).withSize(SHOWN);
        var search = parts.understood(newest);
        return parts.run(() -> {
            var page = parts.engine().search(search);
            var news = News.of(parts.engine(), search, page.words().shown(), since);
            long wanted = Math.min(news.fresh().determinations(), SearchRequest.MAX_SIZE);
            // everything new is told, as far as one page goes
            var shown = wanted > SHOWN ? parts.engine().search(parts.understood(newest.withSize((int) wanted))) : page;
            return new SavedNews(saved, request, shown, news);
        });
    }
}
