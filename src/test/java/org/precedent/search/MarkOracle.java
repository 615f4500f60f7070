package org.precedent.search;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.precedent.determination.Span;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.query.Query;
import org.precedent.search.query.TextField;
import org.precedent.vocabulary.Mention;

/**
 * Reference for highlighting: the characters of a text that belong to words satisfying a query, derived from the query's semantics
 * alone.
 *
 * @param paths the facet trees
 * @param field which text it is
 * @param text the text
 * @param open whether query parts without a field apply to this text
 * @param holds whether a query part matches the issue
 */
public record MarkOracle(FacetPaths paths, TextField field, String text, boolean open, Predicate<Query> holds) {
    /**
     * The characters to be highlighted, without whitespace and punctuation between words.
     */
    public BitSet marked(Query query) {
        var marked = new BitSet();
        if (!open && !(query instanceof Query.And || query instanceof Query.Or || query instanceof Query.In)) {
            return marked;
        }
        switch (query) {
            case Query.And and -> and.parts().forEach(p -> marked.or(marked(p)));
            case Query.Or or -> or.parts().stream().filter(holds).forEach(p -> marked.or(marked(p)));
            case Query.In in -> {
                if (in.field() == field) {
                    marked.or(new MarkOracle(paths, field, text, true, p -> holds.test(new Query.In(field, p)))
                            .marked(in.part()));
                }
            }
            case Query.Has has -> named(has).forEach(span -> mark(marked, span));
            case Query.Near near -> marked.or(near(near));
            case Query.Positional p -> places(p).forEach(span -> mark(marked, span));
            case Query.Not n -> {}
            case Query.Condition c -> {}
        }
        return marked;
    }

    /**
     * The characters covered by these highlights, in the same form as {@link #marked}.
     */
    public BitSet characters(Stream<Span> marks) {
        var marked = new BitSet();
        marks.forEach(span -> mark(marked, span));
        return marked;
    }

    private Stream<Span> named(Query.Has has) {
        var facet = has.value().facet();
        if (!List.of(Facet.MODALITY, Facet.REGION).contains(facet) || !holds.test(has)) {
            return Stream.of();
        }
        return paths.vocabulary(facet).orElseThrow().mentions(text).stream()
                .filter(m -> paths.isWithin(facet, m.term().label(), has.value().value()))
                .map(Mention::span);
    }

    private Stream<Span> places(Query leaf) {
        var words = TestText.of(text);
        return new TestMatcher(words).every(leaf).stream().map(p -> span(words, p));
    }

    // marks the words of both operands of every pair that is near enough
    private BitSet near(Query.Near near) {
        var marked = new BitSet();
        var words = TestText.of(text);
        var matcher = new TestMatcher(words);
        for (var left : matcher.every(near.left())) {
            for (var right : matcher.every(near.right())) {
                if (matcher.near(left, right, near.within())) {
                    mark(marked, span(words, left));
                    mark(marked, span(words, right));
                }
            }
        }
        return marked;
    }

    private static Span span(TestText text, TestText.Place place) {
        return new Span(
                text.words().get(place.first()).at().start(),
                text.words().get(place.last()).at().end());
    }

    private void mark(BitSet marked, Span span) {
        for (int i = span.start(); i < span.end(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                marked.set(i);
            }
        }
    }
}
