package org.precedent.lucene.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.IndexSearcher;
import org.precedent.highlight.LeafTerms;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.snapshot.TermLookup;
import org.precedent.search.SearchEngine.TooCostly;
import org.precedent.search.query.Query;
import org.precedent.search.query.Query.And;
import org.precedent.search.query.Query.Condition;
import org.precedent.search.query.Query.In;
import org.precedent.search.query.Query.Near;
import org.precedent.search.query.Query.Not;
import org.precedent.search.query.Query.NotNear;
import org.precedent.search.query.Query.Or;
import org.precedent.search.query.Query.Phrase;
import org.precedent.search.query.Query.Prefix;
import org.precedent.search.query.Query.Within;
import org.precedent.search.query.Query.Word;
import org.precedent.text.IndexTerms;

/**
 * Translates proximities into Lucene interval queries on one field.
 */
final class ProximityIntervals {
    /** Terms of one interval query, each as often as it is looked at. Lucene's own bound is set above it. */
    static final int MAX_TERMS = 32_768;

    static {
        // Lucene counts the terms of intervals among its clauses, of which it allows 1,024: too few for two word starts
        IndexSearcher.setMaxClauseCount(4 * MAX_TERMS);
    }

    private final LeafTerms lexicon;
    private final TermLookup dictionary;

    ProximityIntervals(LeafTerms lexicon, TermLookup dictionary) {
        this.lexicon = lexicon;
        this.dictionary = dictionary;
    }

    /**
     * The interval query of a proximity.
     *
     * @throws TooCostly when it would have more than {@value #MAX_TERMS} terms
     */
    org.apache.lucene.search.Query translate(Query near, IndexField field) {
        if (terms(near, field) > MAX_TERMS) {
            throw new TooCostly("the proximities here compare more than " + MAX_TERMS
                    + " words; chain fewer of them, or write more letters before the stars");
        }
        return new IntervalQuery(field.key(), source(near, field));
    }

    /** How many terms the source of an operand has, each as often as it is looked at; one where the field has none. */
    private long terms(Query operand, IndexField field) {
        return Math.max(1, found(operand, field));
    }

    private long found(Query operand, IndexField field) {
        return switch (operand) {
            case Word word ->
                lexicon.sequences(word).stream()
                        .flatMap(List::stream)
                        .mapToLong(s -> dictionary.formsOf(field, s).size())
                        .sum();
            case Phrase phrase -> lexicon.exactly(phrase).size();
            case Prefix prefix ->
                dictionary
                        .beginning(field, LeafTerms.start(prefix), TermLookup.NEAR_EXPANSIONS)
                        .size();
            case Or or -> or.parts().stream().mapToLong(p -> terms(p, field)).sum();
            case Near near -> terms(near.left(), field) + terms(near.right(), field);
            case NotNear near -> terms(near.left(), field) + terms(near.right(), field);
            case And and -> throw noOperand(and);
            case Not not -> throw noOperand(not);
            case In in -> throw noOperand(in);
            case Condition condition -> throw noOperand(condition);
        };
    }

    private static IllegalArgumentException noOperand(Query query) {
        return new IllegalArgumentException("not an operand of a proximity: " + query);
    }

    private IntervalsSource source(Query operand, IndexField field) {
        return switch (operand) {
            case Word word ->
                any(
                        lexicon.sequences(word).stream()
                                .map(s -> sequence(s, field))
                                .toList(),
                        word.text());
            case Phrase phrase -> phrase(phrase);
            case Prefix prefix ->
                terms(
                        List.copyOf(dictionary.beginning(field, LeafTerms.start(prefix), TermLookup.NEAR_EXPANSIONS)),
                        prefix.stem());
            case Or or -> any(or.parts().stream().map(p -> source(p, field)).toList(), "none of them");
            case Near near -> near(source(near.left(), field), source(near.right(), field), near.within());
            case NotNear near -> notNear(source(near.left(), field), source(near.right(), field), near.within());
            case And and -> throw noOperand(and);
            case Not not -> throw noOperand(not);
            case In in -> throw noOperand(in);
            case Condition condition -> throw noOperand(condition);
        };
    }

    private IntervalsSource sequence(List<String> stems, IndexField field) {
        return side(stems.stream()
                .map(s -> terms(List.copyOf(dictionary.formsOf(field, s)), s))
                .toList());
    }

    private IntervalsSource phrase(Phrase phrase) {
        var tokens = lexicon.exactly(phrase);
        if (tokens.isEmpty()) {
            return Intervals.noIntervals(phrase.text());
        }
        return side(tokens.stream()
                .map(t -> Intervals.term(IndexTerms.positional(t.stem(), t.form())))
                .toList());
    }

    private static IntervalsSource side(List<IntervalsSource> words) {
        return words.size() == 1 ? words.getFirst() : Intervals.phrase(words.toArray(IntervalsSource[]::new));
    }

    private static IntervalsSource terms(List<String> terms, String word) {
        var sources = new ArrayList<IntervalsSource>();
        terms.forEach(t -> sources.add(Intervals.term(t)));
        return any(sources, word);
    }

    private static IntervalsSource any(List<IntervalsSource> sources, String word) {
        return switch (sources.size()) {
            case 0 -> Intervals.noIntervals(word);
            case 1 -> sources.getFirst();
            default -> Intervals.or(false, sources);
        };
    }

    private static IntervalsSource near(IntervalsSource left, IntervalsSource right, Within within) {
        return switch (within) {
            case Within.Words words -> {
                int gaps = words.distance() - 1;
                yield words.ordered()
                        ? Intervals.maxgaps(gaps, Intervals.ordered(left, right))
                        : new UnorderedIntervals(left, right, gaps);
            }
            case Within.Sentence s -> Intervals.containedBy(anywhere(left, right), sentence());
            case Within.Paragraph p -> Intervals.containedBy(anywhere(left, right), paragraph());
        };
    }

    private static IntervalsSource anywhere(IntervalsSource left, IntervalsSource right) {
        return new UnorderedIntervals(left, right, Integer.MAX_VALUE);
    }

    private static IntervalsSource notNear(IntervalsSource left, IntervalsSource right, Within within) {
        return switch (within) {
            case Within.Words words ->
                Intervals.nonOverlapping(
                        left, Intervals.extend(right, words.distance(), words.ordered() ? 0 : words.distance()));
            case Within.Sentence s -> Intervals.notContainedBy(left, Intervals.containing(sentence(), right));
            case Within.Paragraph p -> Intervals.notContainedBy(left, Intervals.containing(paragraph(), right));
        };
    }

    private static IntervalsSource sentence() {
        return Intervals.ordered(Intervals.term(IndexTerms.SENTENCE_START), Intervals.term(IndexTerms.SENTENCE_END));
    }

    private static IntervalsSource paragraph() {
        return Intervals.ordered(Intervals.term(IndexTerms.PARAGRAPH_START), Intervals.term(IndexTerms.PARAGRAPH_END));
    }
}
