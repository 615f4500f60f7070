package org.precedent.web.page;

import java.util.ArrayList;
import org.precedent.search.Facet;
import org.precedent.search.Interpretation;
import org.precedent.search.Scope;

/**
 * Says in words what is searched.
 */
final class Sentence {
    private Sentence() {}

    static String of(Interpretation.Understandable meaning) {
        var parts = new ArrayList<String>();
        meaning.understood()
                .forEach(u -> parts.add((u.negated() ? "not " : "")
                        + FacetRail.label(u.value().facet(), u.value().value())));
        if (!meaning.words().isEmpty()) {
            parts.add("“" + meaning.words() + "”");
        }
        var selection = meaning.request().selection();
        for (var facet : Facet.values()) {
            var chosen = selection.chosenIn(facet).stream()
                    .map(v -> FacetRail.label(facet, v))
                    .toList();
            if (!chosen.isEmpty()) {
                parts.add(chosen.size() == 1 ? chosen.getFirst() : "(" + String.join(" or ", chosen) + ")");
            }
            selection.excludedIn(facet).forEach(v -> parts.add("not " + FacetRail.label(facet, v)));
        }
        if (parts.isEmpty()) {
            return "Every issue of every letter";
        }
        var where = meaning.request().scope() == Scope.ISSUE ? "in the same issue" : "anywhere in the same letter";
        return String.join(" and ", parts) + (parts.size() > 1 ? ", " + where : "");
    }
}
