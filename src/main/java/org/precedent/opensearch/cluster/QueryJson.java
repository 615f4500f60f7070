package org.precedent.opensearch.cluster;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the JSON of queries. A query is a map from its kind to its body.
 */
public final class QueryJson {
    /** The path of the nested issues. */
    public static final String ISSUES = "issues";

    private QueryJson() {}

    /** A mutable map of alternating names and values, in their order. */
    public static Map<String, Object> object(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    public static Map<String, Object> matchAll() {
        return object("match_all", Map.of());
    }

    public static Map<String, Object> matchNone() {
        return object("match_none", Map.of());
    }

    public static Map<String, Object> term(String field, Object value) {
        return object("term", object(field, value));
    }

    public static Map<String, Object> terms(String field, Collection<?> values) {
        return object("terms", object(field, List.copyOf(values)));
    }

    public static Map<String, Object> range(String field, String bound, long value) {
        return object("range", object(field, object(bound, value)));
    }

    public static Map<String, Object> anyOf(List<Map<String, Object>> parts) {
        return switch (parts.size()) {
            case 0 -> matchNone();
            case 1 -> parts.getFirst();
            default -> atLeast(1, parts);
        };
    }

    public static Map<String, Object> atLeast(int required, List<Map<String, Object>> parts) {
        return object("bool", object("should", parts, "minimum_should_match", required));
    }

    public static Map<String, Object> allOf(List<Map<String, Object>> parts) {
        return switch (parts.size()) {
            case 0 -> matchAll();
            case 1 -> parts.getFirst();
            default -> object("bool", object("filter", parts));
        };
    }

    public static Map<String, Object> not(Map<String, Object> part) {
        return object("bool", object("must_not", List.of(part)));
    }

    /** A query that scores like its best part. */
    public static Map<String, Object> disMax(List<Map<String, Object>> parts) {
        return switch (parts.size()) {
            case 0 -> matchNone();
            case 1 -> parts.getFirst();
            default -> object("dis_max", object("queries", parts));
        };
    }

    public static Map<String, Object> constantScore(Map<String, Object> part, double score) {
        return object("constant_score", object("filter", part, "boost", score));
    }

    /** A query for determinations with an issue that matches the given query. */
    public static Map<String, Object> nested(Map<String, Object> issue) {
        return object("nested", object("path", ISSUES, "query", issue));
    }

    public static String facet(String parameter) {
        return ISSUES + ".f." + parameter;
    }
}
