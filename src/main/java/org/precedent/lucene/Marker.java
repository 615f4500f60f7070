package org.precedent.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.precedent.determination.Span;
import org.precedent.search.Query;
import org.precedent.search.Query.And;
import org.precedent.search.Query.CaseIs;
import org.precedent.search.Query.Decided;
import org.precedent.search.Query.Everything;
import org.precedent.search.Query.Has;
import org.precedent.search.Query.In;
import org.precedent.search.Query.Near;
import org.precedent.search.Query.Not;
import org.precedent.search.Query.NotNear;
import org.precedent.search.Query.Or;
import org.precedent.search.Query.Phrase;
import org.precedent.search.Query.Prefix;
import org.precedent.search.Query.Word;
import org.precedent.search.TextField;

/**
 * Finds the words of a text that satisfied a query: words, whole phrases, and of proximities only those near enough. Function
 * words of a plain search are not marked unless there is nothing else.
 */
final class Marker {
    private final List<Leaf> leaves = new ArrayList<>();
    private final Lexicon lexicon;
    private final List<PlainWords.Wide> wide;

    /** A part of the query that finds places of its own. */
    private record Leaf(Places places, Optional<TextField> field) {
        boolean isFor(TextField text) {
            return field.isEmpty() || field.get() == text;
        }
    }

    Marker(IndexSchema schema, Query query, boolean plain) {
        this.lexicon = new Lexicon(schema);
        var telling = plain
                ? FunctionWords.without(Texts.words(Texts.conjuncts(query)).toList())
                : List.<Word>of();
        this.wide = PlainWords.of(schema, telling);
        add(query, Optional.empty(), word -> !plain || telling.contains(word));
    }

    private void add(Query query, Optional<TextField> field, java.util.function.Predicate<Word> wanted) {
        switch (query) {
            case Word word -> {
                if (wanted.test(word)) {
                    leaves.add(new Leaf(Places.of(sequences(word)), field));
                }
            }
            case Phrase phrase -> leaves.add(new Leaf(Places.of(lexicon, phrase), field));
            case Prefix prefix -> leaves.add(new Leaf(Places.of(lexicon, prefix), field));
            case Near near -> leaves.add(new Leaf(Places.of(lexicon, near), field));
            case NotNear near -> leaves.add(new Leaf(Places.of(lexicon, near), field));
            case And and -> and.parts().forEach(p -> add(p, field, wanted));
            case Or or -> or.parts().forEach(p -> add(p, field, wanted));
            case In in -> add(in.part(), Optional.of(in.field()), wanted);
            case Not n -> {}
            case Has h -> {}
            case Decided d -> {}
            case CaseIs c -> {}
            case Everything e -> {}
        }
    }

    private List<List<String>> sequences(Word word) {
        return wide.stream()
                .filter(w -> w.word().equals(word))
                .findFirst()
                .map(PlainWords.Wide::sequences)
                .orElseGet(() -> lexicon.sequences(word));
    }

    /** A marked stretch of words, and which part of the query it satisfied. */
    record Mark(int first, int last, int leaf) {}

    /** Whether it asks for words that may stand in a text of this kind. */
    boolean looksAt(TextField field) {
        return leaves.stream().anyMatch(leaf -> leaf.isFor(field));
    }

    /**
     * Marked words of a text in order, none overlapping.
     */
    List<Mark> marks(TextField field, List<Token> tokens) {
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < leaves.size(); i++) {
            var leaf = leaves.get(i);
            if (leaf.isFor(field)) {
                for (var place : leaf.places.in(tokens)) {
                    for (var hit : place.hits()) {
                        marks.add(new Mark(hit.first(), hit.last(), i));
                    }
                }
            }
        }
        return withoutOverlap(marks);
    }

    /** Of overlapping marks the longer stays. */
    private static List<Mark> withoutOverlap(List<Mark> marks) {
        marks.sort(Comparator.comparingInt(Mark::first).thenComparingInt(m -> -m.last()));
        var kept = new ArrayList<Mark>();
        int end = -1;
        for (var mark : marks) {
            if (mark.first() > end) {
                kept.add(mark);
                end = mark.last();
            } else if (mark.last() > end) {
                var grown = kept.removeLast();
                kept.add(new Mark(grown.first(), mark.last(), grown.leaf()));
                end = mark.last();
            }
        }
        return kept;
    }

    /** Marked stretches of a text in characters. */
    List<Span> spans(TextField field, List<Token> tokens) {
        return marks(field, tokens).stream()
                .map(m -> new Span(
                        tokens.get(m.first()).start(), tokens.get(m.last()).end()))
                .toList();
    }
}
