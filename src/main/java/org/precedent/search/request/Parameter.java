package org.precedent.search.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.precedent.search.facet.Facet;

/**
 * URL parameters of a search other than those of facets, in canonical order.
 */
enum Parameter {
    Q("q"),
    FROM("from"),
    TO("to"),
    SCOPE("scope"),
    SUMMARY("summary"),
    WORDS("words"),
    MATCH("match"),
    SORT("sort"),
    GROUP("group"),
    SIZE("size"),
    PAGE("page"),
    AFTER("after");

    /** Prefix of a facet's parameter that excludes the value. */
    static final String NOT = "not.";

    private static final List<String> NAMES = names();

    private final String word;

    Parameter(String word) {
        this.word = word;
    }

    /**
     * The name in URLs.
     */
    String word() {
        return word;
    }

    /**
     * Every parameter name allowed in the URL of a search, including facets and exclusions.
     */
    static List<String> all() {
        return NAMES;
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        Arrays.stream(values()).map(Parameter::word).forEach(names::add);
        Arrays.stream(Facet.values()).map(Facet::parameter).forEach(names::add);
        Arrays.stream(Facet.values()).map(f -> NOT + f.parameter()).forEach(names::add);
        return List.copyOf(names);
    }
}
