package org.precedent.highlight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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
import org.precedent.text.Token;

/**
 * Matches a part of a query against the tokens of one text and returns where; does on tokens what the index does with
 * positions.
 */
interface TokenMatcher {
    /** Places of one proximity in one text; chains of frequent words would have any number. */
    int MOST_PLACES = 2_000;

    /** Every place, in no order. */
    List<Place> in(List<Token> tokens);

    /**
     * A stretch of words that satisfies a part.
     *
     * @param first its first word
     * @param last its last word
     * @param hits the words in it that count, as stretches
     */
    record Place(int first, int last, List<Hit> hits) {
        static Place of(int first, int last) {
            return new Place(first, last, List.of(new Hit(first, last)));
        }

        Place with(Place other) {
            return new Place(
                    Math.min(first, other.first),
                    Math.max(last, other.last),
                    Stream.concat(hits.stream(), other.hits.stream()).toList());
        }
    }

    /** A stretch of words to mark as one. */
    record Hit(int first, int last) {}

    static TokenMatcher of(LeafTerms lexicon, Query query) {
        return switch (query) {
            case Word word -> sequences(lexicon.sequences(word), Token::stem);
            case Phrase phrase ->
                sequences(
                        List.of(lexicon.exactly(phrase).stream()
                                .map(Token::form)
                                .toList()),
                        Token::form);
            case Prefix prefix -> beginning(LeafTerms.start(prefix));
            case Or or -> {
                var parts = or.parts().stream().map(p -> of(lexicon, p)).toList();
                yield tokens ->
                        parts.stream().flatMap(p -> p.in(tokens).stream()).toList();
            }
            case Near near -> near(of(lexicon, near.left()), of(lexicon, near.right()), near.within());
            case NotNear near -> notNear(of(lexicon, near.left()), of(lexicon, near.right()), near.within());
            case And and -> throw withoutPlaces(and);
            case Not not -> throw withoutPlaces(not);
            case In in -> throw withoutPlaces(in);
            case Condition condition -> throw withoutPlaces(condition);
        };
    }

    private static IllegalArgumentException withoutPlaces(Query query) {
        return new IllegalArgumentException("not found at places of a text: " + query);
    }

    static TokenMatcher of(List<List<String>> stems) {
        return sequences(stems, Token::stem);
    }

    private static TokenMatcher sequences(List<List<String>> sequences, Function<Token, String> spelling) {
        return tokens -> {
            var found = new ArrayList<Place>();
            for (int i = 0; i < tokens.size(); i++) {
                for (var sequence : sequences) {
                    if (stands(sequence, tokens, i, spelling)) {
                        found.add(Place.of(i, i + sequence.size() - 1));
                    }
                }
            }
            return found;
        };
    }

    private static boolean stands(List<String> sequence, List<Token> tokens, int at, Function<Token, String> spelling) {
        if (sequence.isEmpty() || at + sequence.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < sequence.size(); i++) {
            if (!spelling.apply(tokens.get(at + i)).equals(sequence.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static TokenMatcher beginning(String start) {
        return tokens -> {
            var found = new ArrayList<Place>();
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i).form().startsWith(start)) {
                    found.add(Place.of(i, i));
                }
            }
            return found;
        };
    }

    private static TokenMatcher near(TokenMatcher left, TokenMatcher right, Within within) {
        return tokens -> {
            var found = new ArrayList<Place>();
            var others = right.in(tokens);
            for (var one : left.in(tokens)) {
                for (var other : others) {
                    if (found.size() < MOST_PLACES && isNear(one, other, within, tokens)) {
                        found.add(one.with(other));
                    }
                }
            }
            return found;
        };
    }

    private static boolean isNear(Place one, Place other, Within within, List<Token> tokens) {
        if (one.first <= other.last && other.first <= one.last) {
            return false;
        }
        return switch (within) {
            case Within.Words words ->
                other.first > one.last
                        ? other.first - one.last <= words.distance()
                        : !words.ordered() && one.first - other.last <= words.distance();
            case Within.Sentence s -> sentence(one.with(other), tokens, Token::sentence);
            case Within.Paragraph p -> sentence(one.with(other), tokens, Token::paragraph);
        };
    }

    private static boolean sentence(Place place, List<Token> tokens, Function<Token, Integer> part) {
        return part.apply(tokens.get(place.first)).equals(part.apply(tokens.get(place.last)));
    }

    private static TokenMatcher notNear(TokenMatcher left, TokenMatcher right, Within within) {
        return tokens -> {
            var others = right.in(tokens);
            return left.in(tokens).stream()
                    .filter(one -> others.stream().noneMatch(o -> isTooClose(one, o, within, tokens)))
                    .toList();
        };
    }

    private static boolean isTooClose(Place one, Place other, Within within, List<Token> tokens) {
        return switch (within) {
            case Within.Words words -> overlaps(one, other) || isNear(one, other, words, tokens);
            case Within.Sentence s -> sentence(one.with(other), tokens, Token::sentence);
            case Within.Paragraph p -> sentence(one.with(other), tokens, Token::paragraph);
        };
    }

    private static boolean overlaps(Place one, Place other) {
        return one.first <= other.last && other.first <= one.last;
    }
}
