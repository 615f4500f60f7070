package org.precedent.search;

import java.util.List;
import java.util.Optional;
import org.precedent.determination.Span;

/**
 * One or more adjacent words of a query, read together.
 *
 * @param words at least one
 * @param name what they name; empty for a word that names nothing
 * @param values the values they are taken for; empty when they stay words
 */
record Piece(List<Query.Word> words, Optional<Name> name, List<FacetValue> values) {
    Piece {
        words = List.copyOf(words);
        values = List.copyOf(values);
    }

    static Piece word(Query.Word word) {
        return new Piece(List.of(word), Optional.empty(), List.of());
    }

    Piece taken(List<FacetValue> as) {
        return new Piece(words, name, as);
    }

    boolean isTaken() {
        return !values.isEmpty();
    }

    boolean isTaken(Facet facet) {
        return values.stream().anyMatch(v -> v.facet() == facet);
    }

    /** A word by itself, which may be a function word; words that belong to a name are none. */
    boolean isSingle() {
        return name.isEmpty() && words.size() == 1;
    }

    Span at() {
        return new Span(words.getFirst().at().start(), words.getLast().at().end());
    }

    String in(String text) {
        return at().of(text);
    }
}
