package org.precedent.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.precedent.search.TestText.Place;
import org.precedent.search.query.Query;
import org.precedent.search.query.Query.Within;

/**
 * Finds all matches of a text query in a text by brute force.
 */
final class TestMatcher {
    private final TestText text;

    TestMatcher(TestText text) {
        this.text = text;
    }

    /** The minimal matches of a query: none contains another. */
    List<Place> places(Query query) {
        var places = all(query).distinct().toList();
        return places.stream()
                .filter(p -> places.stream().noneMatch(p::contains))
                .toList();
    }

    /** All matches of a query, including those that contain others. */
    List<Place> every(Query query) {
        return all(query).distinct().toList();
    }

    private Stream<Place> all(Query query) {
        return switch (query) {
            case Query.Word word -> words(word.text());
            case Query.Phrase phrase -> words(phrase.text());
            case Query.Prefix prefix -> prefix(prefix.stem().toLowerCase(Locale.ROOT));
            case Query.Or or -> or.parts().stream().flatMap(this::all);
            case Query.Near near -> near(places(near.left()), places(near.right()), near.within());
            case Query.NotNear near -> {
                var right = places(near.right());
                yield places(near.left()).stream()
                        .filter(l -> right.stream().noneMatch(r -> tooClose(l, r, near.within())));
            }
            case Query.And and -> throw withoutPlace(and);
            case Query.Not not -> throw withoutPlace(not);
            case Query.In in -> throw withoutPlace(in);
            case Query.Condition condition -> throw withoutPlace(condition);
        };
    }

    private static IllegalArgumentException withoutPlace(Query query) {
        return new IllegalArgumentException("not found at places of a text: " + query);
    }

    private Stream<Place> words(String wanted) {
        return text.places(TestText.of(wanted).words()).stream();
    }

    private Stream<Place> prefix(String stem) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < text.words().size(); i++) {
            if (text.words().get(i).form().startsWith(stem)) {
                places.add(new Place(i, i));
            }
        }
        return places.stream();
    }

    private Stream<Place> near(List<Place> left, List<Place> right, Within within) {
        return left.stream()
                .flatMap(l -> right.stream()
                        .filter(r -> near(l, r, within))
                        .map(r -> new Place(Math.min(l.first(), r.first()), Math.max(l.last(), r.last()))));
    }

    boolean near(Place left, Place right, Within within) {
        boolean before = left.last() < right.first();
        boolean after = right.last() < left.first();
        return switch (within) {
            case Within.Words words ->
                (before && right.first() - left.last() <= words.distance())
                        || (after && !words.ordered() && left.first() - right.last() <= words.distance());
            case Within.Sentence s -> (before || after) && sameSentence(left, right);
            case Within.Paragraph p -> (before || after) && sameParagraph(left, right);
        };
    }

    private boolean tooClose(Place left, Place right, Within within) {
        boolean overlap = left.first() <= right.last() && right.first() <= left.last();
        return switch (within) {
            case Within.Words words -> overlap || near(left, right, words);
            case Within.Sentence s -> sameSentence(left, right);
            case Within.Paragraph p -> sameParagraph(left, right);
        };
    }

    private boolean sameSentence(Place left, Place right) {
        return around(left, right).map(TestText.Word::sentence).distinct().count() == 1;
    }

    private boolean sameParagraph(Place left, Place right) {
        return around(left, right).map(TestText.Word::paragraph).distinct().count() == 1;
    }

    private Stream<TestText.Word> around(Place left, Place right) {
        return Stream.of(left.first(), left.last(), right.first(), right.last()).map(text.words()::get);
    }
}
