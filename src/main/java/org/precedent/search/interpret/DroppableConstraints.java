package org.precedent.search.interpret;

import java.util.ArrayList;
import java.util.List;
import org.precedent.search.facet.Selection;
import org.precedent.search.query.Query;
import org.precedent.search.query.QueryNormalizer;
import org.precedent.search.query.QueryPrinter;
import org.precedent.search.request.SearchRequest;

/**
 * The parts of a query text that could be dropped one by one.
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
    static List<Constraint> of(Interpretation.Understandable asked) {
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
        return switch (part) {
            case Query.Has has -> has.value().equals(chip.value());
            case Query.Not not -> names(chip, not.part());
            case Query.Or or -> or.parts().stream().anyMatch(p -> names(chip, p));
            default -> false;
        };
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
        return switch (query) {
            case Query.Word word -> List.of(word);
            case Query.And and -> within(and.parts());
            case Query.Or or -> within(or.parts());
            case Query.Not not -> List.of();
            case Query.Near near -> within(List.of(near.left(), near.right()));
            case Query.NotNear near -> words(near.left());
            case Query.In in -> words(in.part());
            case Query.Phrase p -> List.of();
            case Query.Prefix p -> List.of();
            case Query.Everything e -> List.of();
            case Query.Has has -> List.of();
            case Query.Decided decided -> List.of();
            case Query.CaseIs is -> List.of();
        };
    }

    private static List<Query.Word> within(List<Query> parts) {
        return parts.stream().flatMap(p -> words(p).stream()).toList();
    }
}
