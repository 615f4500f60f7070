package org.precedent.search.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.precedent.search.Grouping;
import org.precedent.search.Scope;
import org.precedent.search.Sort;
import org.precedent.search.facet.Facet;

/**
 * Converts a request to decoded parameters in canonical order, omitting defaults.
 */
final class RequestParameters {
    private final List<Pair> pairs = new ArrayList<>();

    private RequestParameters() {}

    /**
     * A parameter with its decoded value.
     */
    record Pair(String name, String value) {}

    static List<Pair> list(SearchRequest request) {
        var parameters = new RequestParameters();
        parameters.add(Parameter.Q, !request.text().isEmpty(), request.text());
        parameters.addFacets("", request.selection().chosen());
        parameters.addFacets(Parameter.NOT, request.selection().excluded());
        var decided = request.selection().decided();
        decided.back()
                .map(n -> "-" + n + "d")
                .or(() -> decided.from().map(Object::toString))
                .ifPresent(from -> parameters.add(Parameter.FROM, true, from));
        decided.to().ifPresent(d -> parameters.add(Parameter.TO, true, d.toString()));
        parameters.add(
                Parameter.SCOPE,
                request.options().scope() != Scope.ISSUE,
                word(request.options().scope()));
        parameters.add(Parameter.SUMMARY, request.options().summary(), "1");
        parameters.add(Parameter.WORDS, request.literal(), "1");
        request.options().match().ifPresent(m -> parameters.add(Parameter.MATCH, true, word(m)));
        parameters.add(
                Parameter.SORT, request.sort() != Sort.RELEVANCE, request.sort().parameter());
        var grouping = request.paging().grouping();
        parameters.add(Parameter.GROUP, grouping != Grouping.DETERMINATION, word(grouping));
        parameters.add(Parameter.SIZE, request.size() != SearchRequest.DEFAULT_SIZE, Integer.toString(request.size()));
        parameters.add(Parameter.PAGE, request.page() != 1, Integer.toString(request.page()));
        request.paging().after().ifPresent(id -> parameters.add(Parameter.AFTER, true, id));
        return List.copyOf(parameters.pairs);
    }

    /**
     * Index of the first value of a facet among a request's parameters, or where it would be inserted.
     */
    static int indexOf(List<Pair> parameters, Facet facet) {
        int place = 0;
        while (place < parameters.size() && isBefore(parameters.get(place).name(), facet)) {
            place++;
        }
        return place;
    }

    private static boolean isBefore(String name, Facet facet) {
        return name.equals(Parameter.Q.word())
                || Facet.findByParameter(name)
                        .filter(f -> f.compareTo(facet) < 0)
                        .isPresent();
    }

    /**
     * The value of an enumeration in URLs: its name in lower case.
     */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void add(Parameter parameter, boolean given, String value) {
        if (given) {
            pairs.add(new Pair(parameter.word(), value));
        }
    }

    private void addFacets(String before, Map<Facet, Set<String>> values) {
        for (var facet : Facet.values()) {
            values.getOrDefault(facet, Set.of()).forEach(v -> pairs.add(new Pair(before + facet.parameter(), v)));
        }
    }
}
