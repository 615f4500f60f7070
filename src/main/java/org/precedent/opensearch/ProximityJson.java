package org.precedent.opensearch;

import static org.precedent.opensearch.cluster.QueryJson.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.precedent.highlight.LeafTerms;
import org.precedent.opensearch.write.DeterminationDocument;
import org.precedent.search.SearchEngine.TooCostly;
import org.precedent.search.query.Query;
import org.precedent.search.query.Query.Near;
import org.precedent.search.query.Query.NotNear;
import org.precedent.search.query.Query.Or;
import org.precedent.search.query.Query.Phrase;
import org.precedent.search.query.Query.Prefix;
import org.precedent.search.query.Query.Within;
import org.precedent.search.query.Query.Word;
import org.precedent.text.IndexTerms;

/**
 * Translates a proximity on one field into an intervals query, or into a span query if words must be farther than a distance from others,
 * which intervals cannot express. Both orders of two operands are written out, because unordered intervals may overlap.
 */
final class ProximityJson {
    private static final String BARE_ANALYZER = "bare";

    /** Maximum number of words to which a prefix in a proximity expands. */
    private static final int EXPANSIONS = 2_000;

    /** Maximum number of operands of one proximity, each counted as often as it is written out. */
    private static final int MAX_OPERANDS = 4_000;

    /** Number of operands that a prefix counts as, because it expands to many words. */
    private static final int WORD_START = 100;

    /** More positions than any text has. */
    private static final int UNLIMITED_SLOP = 1_000_000;

    private static final String NEVER = "\u0005";

    private final LeafTerms lexicon;
    private final String field;

    ProximityJson(LeafTerms lexicon, String field) {
        this.lexicon = lexicon;
        this.field = field;
    }

    /**
     * Translates a proximity to a query.
     *
     * @throws TooCostly when its operands multiply beyond a limit
     */
    Map<String, Object> translate(Query near) {
        if (operands(near) > MAX_OPERANDS) {
            throw new TooCostly("the proximities chained here multiply to more than " + MAX_OPERANDS
                    + " words to compare; chain fewer of them, put the words in order with pre/n, or write more"
                    + " letters instead of an asterisk");
        }
        return needsSpans(near) ? span(near) : object("intervals", object(field, interval(near)));
    }

    private static long operands(Query query) {
        long parts =
                query.children().stream().mapToLong(ProximityJson::operands).sum();
        boolean isTwice = query instanceof Near near && !(near.within() instanceof Within.Words w && w.ordered());
        int minimum = query instanceof Prefix ? WORD_START : 1;
        return Math.min(Integer.MAX_VALUE, Math.max(minimum, isTwice ? 2 * parts : parts));
    }

    private static boolean needsSpans(Query query) {
        return (query instanceof NotNear near && near.within() instanceof Within.Words)
                || query.children().stream().anyMatch(ProximityJson::needsSpans);
    }

    private static IllegalArgumentException noOperand(Query query) {
        return new IllegalArgumentException("no operand of a proximity: " + query);
    }

    private List<String> forms(Phrase phrase) {
        return lexicon.tokens(phrase).stream()
                .map(t -> DeterminationDocument.exactToken(t.form()))
                .toList();
    }

    private Map<String, Object> interval(Query query) {
        return switch (query) {
            case Word word ->
                anyInterval(lexicon.sequences(word).stream()
                        .map(ProximityJson::sequence)
                        .toList());
            case Phrase phrase -> sequence(forms(phrase));
            case Prefix prefix ->
                object(
                        "wildcard",
                        object(
                                "pattern",
                                DeterminationDocument.exactToken(LeafTerms.prefix(prefix)) + "*",
                                "analyzer",
                                BARE_ANALYZER,
                                "max_expansions",
                                EXPANSIONS));
            case Or or -> anyInterval(or.parts().stream().map(this::interval).toList());
            case Near near -> near(interval(near.left()), interval(near.right()), near.within());
            case NotNear near ->
                object(
                        "any_of",
                        object(
                                "intervals",
                                List.of(interval(near.left())),
                                "filter",
                                object(
                                        "not_contained_by",
                                        part(near.within(), object("containing", interval(near.right()))))));
            case Query.And and -> throw noOperand(and);
            case Query.Not not -> throw noOperand(not);
            case Query.In in -> throw noOperand(in);
            case Query.Condition condition -> throw noOperand(condition);
        };
    }

    private static Map<String, Object> near(Map<String, Object> left, Map<String, Object> right, Within within) {
        return switch (within) {
            case Within.Words words ->
                words.ordered()
                        ? ordered(left, right, words.distance() - 1, Map.of())
                        : anyInterval(List.of(
                                ordered(left, right, words.distance() - 1, Map.of()),
                                ordered(right, left, words.distance() - 1, Map.of())));
            case Within.Sentence s -> inPart(left, right, within);
            case Within.Paragraph p -> inPart(left, right, within);
        };
    }

    private static Map<String, Object> inPart(Map<String, Object> left, Map<String, Object> right, Within within) {
        var inside = object("contained_by", part(within, Map.of()));
        return anyInterval(List.of(ordered(left, right, -1, inside), ordered(right, left, -1, inside)));
    }

    private static Map<String, Object> part(Within within, Map<String, Object> filter) {
        return ordered(sequence(List.of(start(within))), sequence(List.of(end(within))), -1, filter);
    }

    private static String start(Within within) {
        return within instanceof Within.Sentence ? IndexTerms.SENTENCE_START : IndexTerms.PARAGRAPH_START;
    }

    private static String end(Within within) {
        return within instanceof Within.Sentence ? IndexTerms.SENTENCE_END : IndexTerms.PARAGRAPH_END;
    }

    private static Map<String, Object> sequence(List<String> tokens) {
        var query = tokens.isEmpty() ? NEVER : String.join(" ", tokens);
        return object("match", object("query", query, "max_gaps", 0, "ordered", true, "analyzer", BARE_ANALYZER));
    }

    private static Map<String, Object> anyInterval(List<Map<String, Object>> parts) {
        return switch (parts.size()) {
            case 0 -> sequence(List.of());
            case 1 -> parts.getFirst();
            default -> object("any_of", object("intervals", parts));
        };
    }

    private static Map<String, Object> ordered(
            Map<String, Object> left, Map<String, Object> right, int gaps, Map<String, Object> filter) {
        var all = object("ordered", true, "max_gaps", gaps, "intervals", List.of(left, right));
        if (!filter.isEmpty()) {
            all.put("filter", filter);
        }
        return object("all_of", all);
    }

    private Map<String, Object> span(Query query) {
        return switch (query) {
            case Word word ->
                anySpan(lexicon.sequences(word).stream().map(this::spanSequence).toList());
            case Phrase phrase -> spanSequence(forms(phrase));
            case Prefix prefix ->
                object(
                        "span_multi",
                        object(
                                "match",
                                object(
                                        "prefix",
                                        object(field, DeterminationDocument.exactToken(LeafTerms.prefix(prefix))))));
            case Or or -> anySpan(or.parts().stream().map(this::span).toList());
            case Near near -> spanNear(span(near.left()), span(near.right()), near.within());
            case NotNear near -> spanNotNear(span(near.left()), span(near.right()), near.within());
            case Query.And and -> throw noOperand(and);
            case Query.Not not -> throw noOperand(not);
            case Query.In in -> throw noOperand(in);
            case Query.Condition condition -> throw noOperand(condition);
        };
    }

    private Map<String, Object> spanSequence(List<String> tokens) {
        var terms = tokens.stream().map(this::spanTerm).toList();
        return switch (terms.size()) {
            case 0 -> spanTerm(NEVER);
            case 1 -> terms.getFirst();
            default -> spansInOrder(terms, 0);
        };
    }

    private Map<String, Object> spanTerm(String token) {
        return object("span_term", object(field, token));
    }

    private Map<String, Object> anySpan(List<Map<String, Object>> parts) {
        return switch (parts.size()) {
            case 0 -> spanTerm(NEVER);
            case 1 -> parts.getFirst();
            default -> object("span_or", object("clauses", parts));
        };
    }

    private static Map<String, Object> spansInOrder(List<Map<String, Object>> clauses, int slop) {
        return object("span_near", object("clauses", clauses, "slop", slop, "in_order", true));
    }

    private Map<String, Object> spanNear(Map<String, Object> left, Map<String, Object> right, Within within) {
        int slop = within instanceof Within.Words words ? words.distance() - 1 : UNLIMITED_SLOP;
        var orders = new ArrayList<Map<String, Object>>();
        orders.add(spansInOrder(List.of(left, right), slop));
        if (!(within instanceof Within.Words words && words.ordered())) {
            orders.add(spansInOrder(List.of(right, left), slop));
        }
        var near = anySpan(orders);
        return within instanceof Within.Words
                ? near
                : object("span_within", object("big", spanPart(within), "little", near));
    }

    private Map<String, Object> spanPart(Within within) {
        return spansInOrder(List.of(spanTerm(start(within)), spanTerm(end(within))), UNLIMITED_SLOP);
    }

    private Map<String, Object> spanNotNear(Map<String, Object> left, Map<String, Object> right, Within within) {
        return switch (within) {
            case Within.Words words ->
                object(
                        "span_not",
                        object(
                                "include",
                                left,
                                "exclude",
                                right,
                                "pre",
                                words.ordered() ? 0 : words.distance(),
                                "post",
                                words.distance()));
            case Within.Sentence s -> outsideOf(left, right, within);
            case Within.Paragraph p -> outsideOf(left, right, within);
        };
    }

    private Map<String, Object> outsideOf(Map<String, Object> left, Map<String, Object> right, Within within) {
        var withRight = object("span_containing", object("big", spanPart(within), "little", right));
        return object("span_not", object("include", left, "exclude", withRight));
    }
}
