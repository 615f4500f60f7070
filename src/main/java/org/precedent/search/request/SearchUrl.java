package org.precedent.search.request;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Converts a search to its canonical URL and back. Equal requests have one URL: parameters in a fixed order ({@code q},
 * facets, exclusions, dates, the rest), values of a facet sorted, defaults omitted. Spaces are encoded as {@code +}, as
 * browsers encode forms.
 */
public final class SearchUrl {
    /** Where searches live. */
    public static final String PATH = "/search";

    private SearchUrl() {}

    /**
     * What a URL asks.
     */
    public sealed interface Reading {
        /**
         * It can be read.
         *
         * @param request what was asked
         */
        record Parsed(SearchRequest request) implements Reading {}

        /**
         * It names something that does not exist, or a value that cannot be.
         *
         * @param name the parameter
         * @param value what it holds, as decoded
         * @param message what is wrong and what was expected, one sentence for people
         * @param nearest the parameter or value that was probably meant
         */
        record BadParameter(String name, String value, String message, Optional<String> nearest) implements Reading {}
    }

    /**
     * The query string without a question mark; empty for {@link SearchRequest#EVERYTHING}.
     */
    public static String query(SearchRequest request) {
        return RequestParameters.list(request).stream()
                .map(SearchUrl::parameter)
                .collect(Collectors.joining("&"));
    }

    /**
     * The page's path with its query string: {@code /search?q=neck}.
     */
    public static String path(SearchRequest request) {
        return path("", request);
    }

    /**
     * The path of another rendering: {@code /search.json?q=neck}.
     *
     * @param ending {@code .json}, {@code .csv}, {@code .atom} or empty for the page
     */
    public static String path(String ending, SearchRequest request) {
        var query = query(request);
        return PATH + ending + (query.isEmpty() ? "" : "?" + query);
    }

    /**
     * Reads a query string as it appears in a URL; a leading question mark does no harm.
     */
    public static Reading parse(String queryString) {
        return parse(queryString, Set.of());
    }

    /**
     * Reads a query string that may hold parameters of the page itself too.
     *
     * @param others names to pass over
     */
    public static Reading parse(String queryString, Set<String> others) {
        var parameters = new LinkedHashMap<String, List<String>>();
        var text = queryString.startsWith("?") ? queryString.substring(1) : queryString;
        for (var part : text.split("&", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals);
            var value = equals < 0 ? "" : part.substring(equals + 1);
            try {
                parameters.computeIfAbsent(decode(name), n -> new ArrayList<>()).add(decode(value));
            } catch (IllegalArgumentException e) {
                return new Reading.BadParameter(
                        name, value, "\"" + part + "\" is not encoded as URLs are: write % as %25", Optional.empty());
            }
        }
        return parse(parameters, others);
    }

    /**
     * Reads decoded parameters. Parameters without a value count as not given, as forms send them.
     *
     * @param parameters values by name, in the order of the URL
     * @param others names to pass over
     */
    public static Reading parse(Map<String, List<String>> parameters, Set<String> others) {
        return RequestReader.parse(parameters, others);
    }

    /**
     * Reads the path of a search on this server, as a saved search keeps it: {@code /search?q=neck}, also with the ending of
     * another rendering.
     *
     * @return empty when the path is not one of a search
     */
    public static Optional<Reading> parsePath(String path) {
        int mark = path.indexOf('?');
        var place = mark < 0 ? path : path.substring(0, mark);
        if (!place.matches("/search(\\.(json|csv|atom|ndjson|ris|bib|zip))?")) {
            return Optional.empty();
        }
        return Optional.of(parse(mark < 0 ? "" : path.substring(mark + 1)));
    }

    /**
     * One parameter as it appears in a query string.
     */
    static String parameter(RequestParameters.Pair parameter) {
        return parameter.name() + "=" + URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8);
    }

    private static String decode(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
