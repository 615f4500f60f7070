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
 * Counts the new results of a search since an instant within the query itself, so that a late, old or low-ranked determination counts like
 * any other.
 *
 * @param since strictly after this instant
 * @param fresh determinations first seen since then
 * @param changed determinations seen before whose content changed since then
 */
public record NewResults(Instant since, Total fresh, Total changed) {
    /**
     * Counts what is new in a search.
     *
     * @param match the set the search as a whole shows, all or most of the words, so that the part is counted in the same set
     */
    static NewResults find(SearchEngine engine, Search search, Match match, Instant since) {
        var fixed = matching(search, match);
        return new NewResults(
                since,
                engine.count(fixed.with(new Since(Since.Kind.NEW, since))),
                engine.count(fixed.with(new Since(Since.Kind.CHANGED, since))));
    }

    /**
     * What a letter of the search is by this count: {@code new}, {@code changed}, or neither.
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
