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
 * @param by none, one or two dimensions; none for an overview
 * @param order of the rows; empty for the tree of the values, or for time
 */
public record InsightsAddress(SearchRequest search, List<Dimension> by, Optional<Order> order) {
    /** Where tables of outcomes live. */
    public static final String PATH = "/insights";

    /** The parameter of a dimension, which may come twice. */
    public static final String BY = "by";

    /** The parameter of the order. */
    public static final String SORT = "sort";

    public InsightsAddress {
        search = search.with(Sort.RELEVANCE).with(PageRequest.first(SearchRequest.DEFAULT_SIZE));
        by = List.copyOf(by);
    }

    /**
     * An order of rows.
     */
    public enum Order {
        /** A to Z. */
        VALUE,
        /** Most issues first. */
        ISSUES,
        /** Most overturned first. */
        OVERTURNED,
        /** Highest rate first; those with too few issues for a rate last. */
        RATE;

        /**
         * The name in URLs.
         */
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The order of that name; empty when there is none.
         */
        public static Optional<Order> findByParameter(String name) {
            return Arrays.stream(values())
                    .filter(o -> o.parameter().equals(name))
                    .findFirst();
        }
    }

    /**
     * The outcomes of a search in the order of their values.
     */
    public static InsightsAddress of(SearchRequest search, Dimension... by) {
        return new InsightsAddress(search, List.of(by), Optional.empty());
    }

    /**
     * The same of another search.
     */
    public InsightsAddress with(SearchRequest other) {
        return new InsightsAddress(other, by, order);
    }

    /**
     * The same in another order.
     */
    public InsightsAddress with(Optional<Order> other) {
        return new InsightsAddress(search, by, other);
    }

    /**
     * The path of the page.
     */
    public String path() {
        return path("");
    }

    /**
     * The path of one of its forms.
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
