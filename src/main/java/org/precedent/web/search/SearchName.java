package org.precedent.web.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.stream.Collectors;
import org.precedent.search.facet.Facet;
import org.precedent.search.request.SearchRequest;

/**
 * Summarizes a search in a few words, for the default name of a saved search and for link descriptions.
 */
public final class SearchName {
    private SearchName() {}

    /**
     * Returns a summary such as {@code cervical fusion · Upheld · not MRI · decided 2016-01-01 to 2016-12-31}; empty for a search without
     * constraints.
     */
    public static String describe(SearchRequest request) {
        var parts = new ArrayList<String>();
        if (!request.text().isEmpty()) {
            parts.add(request.text());
        }
        var selection = request.selection();
        selection.chosen().forEach((facet, values) -> parts.add(values(facet, values)));
        selection.excluded().forEach((facet, values) -> parts.add("not " + values(facet, values)));
        var from = selection.decided().from();
        var to = selection.decided().to();
        from.ifPresent(day -> parts.add("decided since " + day));
        to.ifPresent(day -> parts.add("decided until " + day));
        return String.join(" · ", parts);
    }

    private static String values(Facet facet, Collection<String> values) {
        return values.stream()
                .map(v -> v.equals(Facet.NOT_STATED) ? facet.label() + " not stated" : v)
                .collect(Collectors.joining(" or "));
    }
}
