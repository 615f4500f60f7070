package org.precedent.highlight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.precedent.determination.Span;
import org.precedent.highlight.Intervals.Interval;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.Query;
import org.precedent.search.query.Query.And;
import org.precedent.search.query.Query.Condition;
import org.precedent.search.query.Query.Has;
import org.precedent.search.query.Query.In;
import org.precedent.search.query.Query.Not;
import org.precedent.search.query.Query.Or;
import org.precedent.search.query.Query.Positional;
import org.precedent.search.query.Query.Word;
import org.precedent.search.query.QueryTraits;
import org.precedent.search.query.TextField;
import org.precedent.text.StopWords;
import org.precedent.text.TextAnalysis;
import org.precedent.text.Token;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.Vocabulary;

/**
 * Finds the tokens of a text that matched a query: words, whole phrases, proximities only where close enough, alternatives only where they
 * match, and names of recognized facet values. Stop words of a plain search are highlighted only if the query has no other words.
 */
public final class Highlighter {
    private final TextAnalysis analysis;
    private final LeafTerms lexicon;
    private final List<PlainWords.ExpandedWord> expandedWords;
    private final List<Leaf> leaves;
    private final NeighborMarks neighbors;
    private final boolean summary;

    /**
     * How the words of a query were matched.
     *
     * @param plain whether the query is a plain search
     * @param summary whether words without a field also match in the clinical summary
     */
    public record Mode(boolean plain, boolean summary) {}

    /** A part of the query that is highlighted on its own, with the field and conditions it is limited to. */
    private record Leaf(Finder places, boolean named, Optional<TextField> field, List<Query> conditions) {}

    private interface Finder {
        Stream<Interval> find(String text, List<Token> tokens);
    }

    /** The context of a part in the query: the field it is limited to, and the conditions under which its words count. */
    private record Setting(Optional<TextField> field, List<Query> conditions) {
        static final Setting TOP = new Setting(Optional.empty(), List.of());

        Setting inField(TextField only) {
            return new Setting(Optional.of(only), conditions);
        }

        Setting onlyIf(Query holds) {
            var here = field.<Query>map(f -> new In(f, holds)).orElse(holds);
            return new Setting(
                    field, Stream.concat(conditions.stream(), Stream.of(here)).toList());
        }
    }

    public Highlighter(TextAnalysis analysis, Query query, Mode mode) {
        this.analysis = analysis;
        this.lexicon = new LeafTerms(analysis);
        this.leaves = new ArrayList<>();
        this.summary = mode.summary;
        var counted = mode.plain
                ? StopWords.remove(
                        QueryTraits.words(QueryTraits.conjuncts(query)).toList())
                : List.<Word>of();
        this.expandedWords = PlainWords.expand(analysis, counted);
        this.neighbors = NeighborMarks.of(analysis, counted);
        add(query, Setting.TOP, word -> !mode.plain || counted.contains(word));
    }

    private Highlighter(Highlighter other, List<Leaf> leaves) {
        this.analysis = other.analysis;
        this.lexicon = other.lexicon;
        this.expandedWords = other.expandedWords;
        this.leaves = leaves;
        this.neighbors = other.neighbors;
        this.summary = other.summary;
    }

    private void add(Query query, Setting setting, Predicate<Word> filter) {
        switch (query) {
            case Word word -> {
                if (filter.test(word)) {
                    add(PositionMatcher.ofStems(sequences(word)), setting);
                }
            }
            case Positional part -> add(PositionMatcher.of(lexicon, part), setting);
            case And and -> and.parts().forEach(p -> add(p, setting, filter));
            case Or or ->
                or.parts().forEach(p -> add(p, QueryTraits.isPositional(p) ? setting : setting.onlyIf(p), filter));
            case In in -> add(in.part(), setting.inField(in.field()), filter);
            case Has has -> {
                if (FacetMentions.isSupported(has.value().facet())) {
                    var namings = new FacetMentions(analysis, has.value());
                    leaves.add(new Leaf(namings::find, true, setting.field, setting.onlyIf(has).conditions));
                }
            }
            case Not n -> {}
            case Condition c -> {}
        }
    }

    private void add(PositionMatcher matcher, Setting setting) {
        leaves.add(new Leaf(
                (text, tokens) -> matcher.match(new TokenPositions(tokens)).hits(hit -> true),
                false,
                setting.field,
                setting.conditions));
    }

    /** Returns a highlighter for one issue, without the query parts whose conditions the issue does not meet. */
    Highlighter forIssue(Predicate<Query> holds) {
        return leaves.stream().allMatch(leaf -> leaf.conditions.isEmpty())
                ? this
                : new Highlighter(
                        this,
                        leaves.stream()
                                .filter(leaf -> leaf.conditions.stream().allMatch(holds))
                                .toList());
    }

    private List<List<String>> sequences(Word word) {
        return expandedWords.stream()
                .filter(w -> w.word().equals(word))
                .findFirst()
                .map(PlainWords.ExpandedWord::sequences)
                .orElseGet(() -> lexicon.sequences(word));
    }

    /** A highlighted range of tokens (inclusive), and the index of the query part it matched. */
    record Mark(int first, int last, int leaf) {}

    private boolean isFor(Leaf leaf, TextField text) {
        return leaf.field.map(only -> only == text).orElse(summary || text != TextField.SUMMARY);
    }

    /** Whether anything may be highlighted in this field. */
    boolean appliesTo(TextField field) {
        return leaves.stream().anyMatch(leaf -> isFor(leaf, field));
    }

    /** Whether the query has words, apart from names of facet values, that may match in this field. */
    boolean searchesIn(TextField field) {
        return leaves.stream().anyMatch(leaf -> !leaf.named && isFor(leaf, field));
    }

    /** Whether a mark matched a query word rather than the name of a facet value. */
    boolean isOfQueryWord(Mark mark) {
        return !leaves.get(mark.leaf).named;
    }

    /**
     * Returns the highlighted ranges of a text in order, without overlaps.
     */
    List<Mark> marks(TextField field, String text, List<Token> tokens) {
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < leaves.size(); i++) {
            var leaf = leaves.get(i);
            if (isFor(leaf, field)) {
                int part = i;
                leaf.places.find(text, tokens).forEach(hit -> marks.add(new Mark(hit.first(), hit.last(), part)));
            }
        }
        return withoutOverlap(marks);
    }

    /** Drops the shorter of overlapping marks. */
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

    /** Finds neighbors of typed words in the parts of a text that are not highlighted otherwise. */
    List<NeighborMarks.NearMark> nearMarks(List<Token> tokens, List<Mark> marks) {
        return neighbors.find(tokens, marks);
    }

    /** Returns the highlighted ranges of a text as character offsets. */
    List<Span> spans(TextField field, String text) {
        var tokens = analysis.tokenizer().tokenizeLazily(text);
        return marks(field, text, tokens).stream()
                .map(m -> new Span(
                        tokens.get(m.first()).start(), tokens.get(m.last()).end()))
                .toList();
    }

    /**
     * Finds mentions of a recognized facet value in a text: "radiographs" for X-ray, "L4-5" for the spine. Values of other facets are not
     * highlighted, since common words would match everywhere: nearly every rationale says "medically necessary".
     */
    private static final class FacetMentions {
        private static final Set<Facet> NAMED = Set.of(Facet.MODALITY, Facet.REGION);

        private final TextAnalysis analysis;
        private final FacetValue value;

        FacetMentions(TextAnalysis analysis, FacetValue value) {
            this.analysis = analysis;
            this.value = value;
        }

        static boolean isSupported(Facet facet) {
            return NAMED.contains(facet);
        }

        Stream<Interval> find(String text, List<Token> tokens) {
            return vocabulary().mentions(text).stream()
                    .filter(this::isOfValue)
                    .map(Mention::span)
                    .flatMap(span -> words(span, tokens).stream());
        }

        private Vocabulary vocabulary() {
            return analysis.paths().vocabulary(value.facet()).orElseThrow();
        }

        private boolean isOfValue(Mention mention) {
            return analysis.paths().isWithin(value.facet(), mention.term().label(), value.value());
        }

        private static Optional<Interval> words(Span span, List<Token> tokens) {
            int first = -1;
            int last = -1;
            for (int i = 0; i < tokens.size() && tokens.get(i).start() < span.end(); i++) {
                if (tokens.get(i).end() > span.start()) {
                    first = first < 0 ? i : first;
                    last = i;
                }
            }
            return first < 0 ? Optional.empty() : Optional.of(new Interval(first, last));
        }
    }
}
