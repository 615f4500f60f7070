package org.precedent.search.interpret;

import java.util.ArrayList;
import java.util.List;
import org.precedent.search.facet.Selection;
import org.precedent.search.query.Query;
import org.precedent.search.query.QueryNormalizer;
import org.precedent.search.query.QueryPrinter;
import org.precedent.search.request.SearchRequest;

/**
 * Lists the constraints of a query that could be dropped one at a time.
 */
final class DroppableConstraints {
    private DroppableConstraints() {}

    /**
     * One part.
     *
     * @param words the part as it could be typed
     * @param without the search without it
     */
    record Constraint(String words, SearchRequest without) {}

    /** What must hold besides understood names, where something else must hold too. */
    static List<Constraint> list(Interpretation.Understandable asked) {
        var query = asked.search().query();
        if (!(query instanceof Query.And and)) {
            return alone(asked);
        }
        var constraints = new ArrayList<Constraint>();
        for (var part : and.parts()) {
            boolean name = asked.understood().stream().anyMatch(u -> names(u, part));
            if (!name) {
                constraints.add(new Constraint(QueryPrinter.print(part), without(asked, and, part)));
            }
        }
        return constraints;
    }

    private static List<Constraint> alone(Interpretation.Understandable asked) {
        var request = asked.request();
        boolean filtered = !request.with(Selection.NONE).equals(request);
        return filtered && asked.understood().isEmpty() && !request.text().isBlank()
                ? List.of(new Constraint(QueryPrinter.print(asked.search().query()), request.withText("")))
                : List.of();
    }

    private static boolean names(Understood chip, Query part) {
        if (part instanceof Query.Has has) {
            return has.value().equals(chip.value());
        }
        return (part instanceof Query.Not || part instanceof Query.Or)
                && part.children().stream().anyMatch(p -> names(chip, p));
    }

    private static SearchRequest without(Interpretation.Understandable asked, Query.And and, Query part) {
        var request = asked.request();
        if (part instanceof Query.Word word && asked.search().plain()) {
            var text = request.text();
            var cut = text.substring(0, word.at().start())
                    + text.substring(word.at().end());
            return request.withText(cut.replaceAll("\\s+", " "));
        }
        return request.withText(QueryPrinter.print(QueryNormalizer.without(and, part)));
    }

    /** Every word outside quotes. */
    static List<Query.Word> words(Query query) {
        if (query instanceof Query.Word word) {
            return List.of(word);
        }
        if (query instanceof Query.Not) {
            return List.of();
        }
        var read = query instanceof Query.NotNear near ? List.of(near.left()) : query.children();
        return read.stream().flatMap(p -> words(p).stream()).toList();
    }
}
