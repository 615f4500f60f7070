package org.precedent.search.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the first error found while a query is parsed.
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
