package org.precedent.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.precedent.determination.Span;
import org.precedent.lucene.Places.Place;
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
 * Finds the words of a text that satisfied a query: words, whole phrases, of proximities only those near enough, of alternatives
 * only those that hold, and the names of what is in dispute. Function words of a plain search are not marked unless there is
 * nothing else.
 */
final class Marker {
    private final IndexSchema schema;
    private final Lexicon lexicon;
    private final List<PlainWords.Wide> wide;
    private final List<Leaf> leaves;

    /** A part of the query that finds places of its own. */
    private record Leaf(Finder places, boolean named, Optional<TextField> field, List<Query> conditions) {
        boolean isFor(TextField text) {
            return field.isEmpty() || field.get() == text;
        }
    }

    private interface Finder {
        List<Place> in(String text, List<Token> tokens);
    }

    /** Where in the query a part stands: in which text it is looked for, and what must hold for its words to count. */
    private record Setting(Optional<TextField> field, List<Query> conditions) {
        static final Setting TOP = new Setting(Optional.empty(), List.of());

        Setting in(TextField only) {
            return new Setting(Optional.of(only), conditions);
        }

        Setting where(Query holds) {
            var here = field.<Query>map(f -> new In(f, holds)).orElse(holds);
            return new Setting(
                    field, Stream.concat(conditions.stream(), Stream.of(here)).toList());
        }
    }

    Marker(IndexSchema schema, Query query, boolean plain) {
        this.schema = schema;
        this.lexicon = new Lexicon(schema);
        this.leaves = new ArrayList<>();
        var telling = plain
                ? FunctionWords.without(Texts.words(Texts.conjuncts(query)).toList())
                : List.<Word>of();
        this.wide = PlainWords.of(schema, telling);
        add(query, Setting.TOP, word -> !plain || telling.contains(word));
    }

    private Marker(Marker other, List<Leaf> leaves) {
        this.schema = other.schema;
        this.lexicon = other.lexicon;
        this.wide = other.wide;
        this.leaves = leaves;
    }

    private void add(Query query, Setting setting, Predicate<Word> wanted) {
        switch (query) {
            case Word word -> {
                if (wanted.test(word)) {
                    add(Places.of(sequences(word)), setting);
                }
            }
            case Phrase phrase -> add(Places.of(lexicon, phrase), setting);
            case Prefix prefix -> add(Places.of(lexicon, prefix), setting);
            case Near near -> add(Places.of(lexicon, near), setting);
            case NotNear near -> add(Places.of(lexicon, near), setting);
            case And and -> and.parts().forEach(p -> add(p, setting, wanted));
            case Or or -> or.parts().forEach(p -> add(p, Texts.hasPlaces(p) ? setting : setting.where(p), wanted));
            case In in -> add(in.part(), setting.in(in.field()), wanted);
            case Has has -> {
                if (Namings.areOf(has.value().facet())) {
                    var namings = new Namings(schema, has.value());
                    leaves.add(new Leaf(namings::in, true, setting.field, setting.where(has).conditions));
                }
            }
            case Not n -> {}
            case Decided d -> {}
            case CaseIs c -> {}
            case Everything e -> {}
        }
    }

    private void add(Places places, Setting setting) {
        leaves.add(new Leaf((text, tokens) -> places.in(tokens), false, setting.field, setting.conditions));
    }

    /** A marker for an issue, which passes over the parts of the query that do not hold for it. */
    Marker where(Predicate<Query> holds) {
        return leaves.stream().allMatch(leaf -> leaf.conditions.isEmpty())
                ? this
                : new Marker(
                        this,
                        leaves.stream()
                                .filter(leaf -> leaf.conditions.stream().allMatch(holds))
                                .toList());
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

    /** Whether anything may be marked in a text of this kind. */
    boolean marksIn(TextField field) {
        return leaves.stream().anyMatch(leaf -> leaf.isFor(field));
    }

    /** Whether words are asked for, besides names of facet values, that may stand in a text of this kind. */
    boolean asksFor(TextField field) {
        return leaves.stream().anyMatch(leaf -> !leaf.named && leaf.isFor(field));
    }

    /** Whether a mark is of words asked for, not of the name of a facet value. */
    boolean isAsked(Mark mark) {
        return !leaves.get(mark.leaf).named;
    }

    /**
     * Marked words of a text in order, none overlapping.
     */
    List<Mark> marks(TextField field, String text, List<Token> tokens) {
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < leaves.size(); i++) {
            var leaf = leaves.get(i);
            if (leaf.isFor(field)) {
                for (var place : leaf.places.in(text, tokens)) {
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
    List<Span> spans(TextField field, String text) {
        var tokens = schema.words().of(text);
        return marks(field, text, tokens).stream()
                .map(m -> new Span(
                        tokens.get(m.first()).start(), tokens.get(m.last()).end()))
                .toList();
    }
}
