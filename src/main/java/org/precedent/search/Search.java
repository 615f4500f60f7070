package org.precedent.search;

import java.time.Instant;
import java.util.Optional;
import org.precedent.search.facet.Selection;
import org.precedent.search.query.Query;

/**
 * What an engine is asked: the query tree with everything else that bounds, orders and pages the result.
 *
 * @param query what must hold
 * @param plain the text was plain words without operators, quotes or fields; function words are gone already. The
 *     {@link Query.Word}s that are the query or stand directly below its {@link Query.And} count: all of them must hold, or, where
 *     the engine widens, {@link #most} of them, or fewer until {@value #PLENTY} issues are found. Everything else in the query
 *     must hold
 * @param selection facet values and dates chosen beside the text
 * @param scope same issue, or anywhere in the letter
 * @param match all or most of the plain words; empty to widen by itself when fewer than {@value #ENOUGH} issues meet the query with
 *     all of them. The selection has no say in it, so that a choice never widens what it was to narrow
 * @param sort the order of letters
 * @param page one-based
 * @param size letters a page
 * @param since only letters that are new or changed since; empty for no such bound
 * @param after the page begins behind the letter of this id, whatever its number; empty to count pages from the first letter
 */
public record Search(
        Query query,
        boolean plain,
        Selection selection,
        Scope scope,
        Optional<Match> match,
        Sort sort,
        int page,
        int size,
        Optional<Since> since,
        Optional<String> after) {
    /** The largest page, in letters. */
    public static final int MAX_SIZE = 100;

    /** With fewer issues than this having all the words, a plain search widens to most of them. */
    public static final int ENOUGH = 10;

    /** A widened search asks for ever fewer of its words until the query finds so many issues. */
    public static final int PLENTY = 20;

    /**
     * How many of so many plain words a widened search asks for at first: a third, for a need is seldom typed in the words of the
     * letters and the ranking has the last say.
     */
    public static int most(int words) {
        return (words + 2) / 3;
    }

    /**
     * A bound on when letters came in.
     *
     * @param kind what happened to the letter
     * @param after strictly after this instant
     */
    public record Since(Kind kind, Instant after) {
        /** What happened. */
        public enum Kind {
            /** First seen after the instant. */
            NEW,
            /** First seen before or at the instant, content changed after it. */
            CHANGED
        }
    }

    /**
     * All issues for which a query holds, by default: in the same issue, newest letters first, the largest page.
     */
    public static Search of(Query query) {
        return new Search(
                query,
                false,
                Selection.NONE,
                Scope.ISSUE,
                Optional.empty(),
                Sort.NEWEST,
                1,
                MAX_SIZE,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The same with other values chosen.
     */
    public Search with(Selection other) {
        return new Search(query, plain, other, scope, match, sort, page, size, since, after);
    }

    /**
     * The same in another scope.
     */
    public Search with(Scope other) {
        return new Search(query, plain, selection, other, match, sort, page, size, since, after);
    }

    /**
     * The same insisting on all or most of the plain words.
     */
    public Search with(Match other) {
        return new Search(query, plain, selection, scope, Optional.of(other), sort, page, size, since, after);
    }

    /**
     * The same at another page, counted from the first letter.
     */
    public Search at(int other) {
        return new Search(query, plain, selection, scope, match, sort, other, size, since, Optional.empty());
    }

    /**
     * The next page, behind the letter of this id.
     */
    public Search behind(String id) {
        return new Search(query, plain, selection, scope, match, sort, page + 1, size, since, Optional.of(id));
    }

    /**
     * How many letters stand before the page, counted from where the result begins.
     */
    public int skipped() {
        return after.isPresent() ? 0 : Math.multiplyExact(page - 1, size);
    }

    /**
     * The same bounded to letters new or changed since.
     */
    public Search since(Since bound) {
        return new Search(query, plain, selection, scope, match, sort, page, size, Optional.of(bound), after);
    }
}
