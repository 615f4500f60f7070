package org.precedent.search.query;

import java.util.List;
import java.util.stream.Collectors;
import org.precedent.search.facet.DateRange;

/**
 * Prints a query tree in canonical form; parsing the output yields the same tree.
 */
public final class QueryPrinter {
    private QueryPrinter() {}

    /**
     * The canonical text; empty for {@link Query.Everything}.
     */
    public static String print(Query query) {
        return switch (query) {
            case Query.Everything e -> "";
            case Query.Word word -> word.text();
            case Query.Phrase phrase -> quoted(phrase.text());
            case Query.Prefix prefix -> prefix.stem() + "*";
            case Query.And and -> joined(and.parts(), " ");
            case Query.Or or -> joined(or.parts(), " OR ");
            case Query.Not not -> "NOT " + nested(not.part());
            case Query.Near near -> near(near.left()) + " " + print(near.within()) + " " + near(near.right());
            case Query.NotNear near -> near(near.left()) + " NOT " + print(near.within()) + " " + near(near.right());
            case Query.In in -> in.field().prefix() + ":" + inside(in.part());
            case Query.Has has ->
                has.value().facet().parameter() + ":" + value(has.value().value());
            case Query.Decided decided -> "decided:" + print(decided.range());
            case Query.CaseIs is -> "case:" + is.caseNumber();
        };
    }

    private static String joined(List<Query> parts, String joint) {
        return parts.stream().map(QueryPrinter::nested).collect(Collectors.joining(joint));
    }

    /** The text of a part, in parentheses if it has parts itself. */
    private static String nested(Query part) {
        return part instanceof Query.And || part instanceof Query.Or ? "(" + print(part) + ")" : print(part);
    }

    private static String near(Query operand) {
        boolean near = operand instanceof Query.Near || operand instanceof Query.NotNear;
        return near ? "(" + print(operand) + ")" : nested(operand);
    }

    private static String inside(Query part) {
        boolean leaf = part instanceof Query.Positional && part.children().isEmpty();
        return leaf ? print(part) : "(" + print(part) + ")";
    }

    static String print(Query.Within within) {
        return switch (within) {
            case Query.Within.Words words -> (words.ordered() ? "pre/" : "w/") + words.distance();
            case Query.Within.Sentence s -> "/s";
            case Query.Within.Paragraph p -> "/p";
        };
    }

    private static String print(DateRange range) {
        boolean oneDay = range.from().isPresent() && range.from().equals(range.to());
        var from = range.from().map(Object::toString).orElse("");
        return oneDay ? from : from + ".." + range.to().map(Object::toString).orElse("");
    }

    private static String value(String value) {
        boolean bare = value.matches("[\\p{L}\\p{N}/-]+");
        return bare ? value : quoted(value);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
