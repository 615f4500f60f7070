package org.precedent.search.interpret;

import java.util.List;
import java.util.Optional;
import org.precedent.determination.Span;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.Query;

/**
 * One or more adjacent query words that are read together.
 *
 * @param words at least one
 * @param name what they name; empty for a word that names nothing
 * @param values the facet values recognized in them; empty when they stay words
 */
record QuerySegment(List<Query.Word> words, Optional<FacetName> name, List<FacetValue> values) {
    QuerySegment {
        words = List.copyOf(words);
        values = List.copyOf(values);
    }

    static QuerySegment word(Query.Word word) {
        return new QuerySegment(List.of(word), Optional.empty(), List.of());
    }

    QuerySegment recognizedAs(List<FacetValue> as) {
        return new QuerySegment(words, name, as);
    }

    boolean isRecognized() {
        return !values.isEmpty();
    }

    boolean isRecognized(Facet facet) {
        return values.stream().anyMatch(v -> v.facet() == facet);
    }

    /** Whether it is a single word that names nothing; it may be a function word. */
    boolean isSingle() {
        return name.isEmpty() && words.size() == 1;
    }

    /** Whether it names nothing, be it a single word or a phrase. */
    boolean isWords() {
        return isSingle() || name.filter(FacetName.Words.class::isInstance).isPresent();
    }

    Span at() {
        return new Span(words.getFirst().at().start(), words.getLast().at().end());
    }

    String textIn(String text) {
        return at().slice(text);
    }
}
