package org.precedent.web.view;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.precedent.search.PageRequest;
import org.precedent.search.Sort;
import org.precedent.search.facet.Dimension;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;

/**
 * The URL of an outcome table: a search, the dimensions of the table, and the order of the rows.
 *
 * @param search its sorting and paging are ignored
 * @param by up to two dimensions; none for an overview
 * @param order sort order of the rows; empty for the default, tree order or chronological
 */
public record InsightsAddress(SearchRequest search, List<Dimension> by, Optional<Order> order) {
    /** Path of the outcome tables. */
    public static final String PATH = "/insights";

    /** Query parameter for a dimension; may be given twice. */
    public static final String BY = "by";

    /** Query parameter for the sort order. */
    public static final String SORT = "sort";

    public InsightsAddress {
        search = search.with(Sort.RELEVANCE).with(PageRequest.first(SearchRequest.DEFAULT_SIZE));
        by = List.copyOf(by);
    }

    /**
     * Sort order of the rows.
     */
    public enum Order {
        /** Alphabetical. */
        VALUE,
        /** Most issues first. */
        ISSUES,
        /** Most overturned first. */
        OVERTURNED,
        /** Highest rate first; values with too few issues for a rate last. */
        RATE;

        /**
         * The value of the sort parameter.
         */
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Finds the order with this parameter value; empty if there is none.
         */
        public static Optional<Order> findByParameter(String name) {
            return Arrays.stream(values())
                    .filter(o -> o.parameter().equals(name))
                    .findFirst();
        }
    }

    /**
     * The outcomes of a search by these dimensions, in the default order.
     */
    public static InsightsAddress of(SearchRequest search, Dimension... by) {
        return new InsightsAddress(search, List.of(by), Optional.empty());
    }

    /**
     * Returns this address for another search.
     */
    public InsightsAddress with(SearchRequest other) {
        return new InsightsAddress(other, by, order);
    }

    /**
     * Returns this address with another sort order.
     */
    public InsightsAddress with(Optional<Order> other) {
        return new InsightsAddress(search, by, other);
    }

    /**
     * Path and query of the page.
     */
    public String path() {
        return path("");
    }

    /**
     * Path and query of the table in a given format.
     *
     * @param ending {@code .json}, {@code .csv} or empty for the page
     */
    public String path(String ending) {
        var query = new StringBuilder(SearchUrl.query(search));
        by.forEach(d -> add(query, BY, d.parameter()));
        order.ifPresent(o -> add(query, SORT, o.parameter()));
        return PATH + ending + (query.isEmpty() ? "" : "?" + query);
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? "" : "&").append(name).append('=').append(value);
    }
}
