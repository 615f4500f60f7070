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
    /** Path of the search page. */
    public static final String PATH = "/search";

    private SearchUrl() {}

    /**
     * Result of parsing a URL.
     */
    public sealed interface Reading {
        /**
         * A valid request.
         *
         * @param request the request
         */
        record Parsed(SearchRequest request) implements Reading {}

        /**
         * A parameter that does not exist or has an invalid value.
         *
         * @param name the parameter
         * @param value its decoded value
         * @param message what is wrong and what was expected, one sentence for the user
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
     * The path of the search in another format: {@code /search.json?q=neck}.
     *
     * @param ending {@code .json}, {@code .csv}, {@code .atom} or empty for the page
     */
    public static String path(String ending, SearchRequest request) {
        var query = query(request);
        return PATH + ending + (query.isEmpty() ? "" : "?" + query);
    }

    /**
     * Parses a query string as it appears in a URL; a leading question mark is allowed.
     */
    public static Reading parse(String queryString) {
        return parse(queryString, Set.of());
    }

    /**
     * Parses a query string that may also have parameters of the page itself.
     *
     * @param others parameter names to ignore
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
     * Parses decoded parameters. Parameters without a value are ignored, because forms send them.
     *
     * @param parameters values by name, in the order of the URL
     * @param others parameter names to ignore
     */
    public static Reading parse(Map<String, List<String>> parameters, Set<String> others) {
        return RequestReader.parse(parameters, others);
    }

    /**
     * Parses the path of a search on this server, as stored in a saved search: {@code /search?q=neck}, also with the extension of another
     * format.
     *
     * @return empty when the path is not that of a search
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
        return parameter.name() + "=" + encode(parameter.value());
    }

    /**
     * The value of a parameter as it appears in a query string. Has only letters and digits of ASCII and {@code .-*_+%}.
     */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String decode(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
