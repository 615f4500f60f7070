package org.precedent.web.saved;

import java.time.Instant;
import java.util.Optional;
import org.precedent.search.LetterHit;
import org.precedent.search.Match;
import org.precedent.search.Search;
import org.precedent.search.Search.Since;
import org.precedent.search.SearchEngine;
import org.precedent.search.facet.Total;

/**
 * Counts the new results of a search since an instant. Counts in the query itself, so that newly added determinations count regardless of
 * decision date and rank.
 *
 * @param since exclusive lower bound
 * @param fresh determinations first seen after it
 * @param changed determinations first seen earlier whose content changed after it
 */
public record NewResults(Instant since, Total fresh, Total changed) {
    /**
     * Counts what is new in a search.
     *
     * @param match whether the search as a whole shows matches of all or of most words, so that the new results are counted by the same
     *     rule
     */
    static NewResults find(SearchEngine engine, Search search, Match match, Instant since) {
        var fixed = matching(search, match);
        return new NewResults(
                since,
                engine.count(fixed.with(new Since(Since.Kind.NEW, since))),
                engine.count(fixed.with(new Since(Since.Kind.CHANGED, since))));
    }

    /**
     * Status of a determination in the result: {@code new}, {@code changed}, or empty for neither.
     */
    public Optional<String> status(LetterHit letter) {
        if (letter.ingested().firstSeen().isAfter(since)) {
            return Optional.of("new");
        }
        return letter.ingested().lastChanged().isAfter(since) ? Optional.of("changed") : Optional.empty();
    }

    private static Search matching(Search search, Match match) {
        return search.plain() ? search.with(search.options().with(Optional.of(match))) : search;
    }
}
