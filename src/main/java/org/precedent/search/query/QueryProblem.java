package org.precedent.search.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first thing found wrong in a query; reading goes on, but its result no longer counts.
 */
final class QueryProblem {
    private @Nullable QueryError first;

    void report(QueryError error) {
        if (first == null) {
            first = error;
        }
    }

    Optional<QueryError> first() {
        return Optional.ofNullable(first);
    }
}
