package org.precedent.search.query;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.Selection;
import org.precedent.search.query.Query.And;
import org.precedent.search.query.Query.Condition;
import org.precedent.search.query.Query.Everything;
import org.precedent.search.query.Query.Has;
import org.precedent.search.query.Query.In;
import org.precedent.search.query.Query.Near;
import org.precedent.search.query.Query.Not;
import org.precedent.search.query.Query.NotNear;
import org.precedent.search.query.Query.Or;
import org.precedent.search.query.Query.Phrase;
import org.precedent.search.query.Query.Positional;
import org.precedent.search.query.Query.Prefix;
import org.precedent.search.query.Query.Word;

/**
 * Answers structural questions about a query tree: whether it has positions, scores, or concerns issues.
 */
public final class QueryTraits {
    private QueryTraits() {}

    /** Whether every match contains at least one of the words used for ranking. */
    public static boolean ranksAll(Query query) {
        return switch (query) {
            case Word w -> true;
            case Phrase p -> true;
            case Near n -> anyChild(n, QueryTraits::ranksAll);
            case NotNear n -> ranksAll(n.left());
            case In in -> in.field() != TextField.SUMMARY && ranksAll(in.part());
            case And and -> anyChild(and, QueryTraits::ranksAll);
            case Or or -> allChildren(or, QueryTraits::ranksAll);
            case Prefix p -> false;
            case Not not -> false;
            case Condition c -> false;
        };
    }

    /** Whether it has words without a field, so that it matters which texts are searched. */
    public static boolean asksForWords(Query query) {
        return query instanceof Positional || (!(query instanceof In) && anyChild(query, QueryTraits::asksForWords));
    }

    /** Whether it consists only of text queries, by which issues are ranked, without negations or conditions. */
    public static boolean isRanked(Query query) {
        return switch (query) {
            case Positional p -> true;
            case In in -> true;
            case And and -> allChildren(and, QueryTraits::isRanked);
            case Or or -> allChildren(or, QueryTraits::isRanked);
            case Not not -> false;
            case Condition c -> false;
        };
    }

    /** Whether it matches only by words at positions in a text. */
    public static boolean isPositional(Query query) {
        return switch (query) {
            case Positional p -> true;
            case Or or -> allChildren(or, QueryTraits::isPositional);
            case In in -> isPositional(in.part());
            case And and -> false;
            case Not not -> false;
            case Condition c -> false;
        };
    }

    /** Whether it concerns single issues rather than the determination as a whole. */
    public static boolean isAboutIssues(Query query) {
        return switch (query) {
            case Positional p -> true;
            case In in -> in.field() != TextField.SUMMARY;
            case Has has -> has.value().facet().level() == Facet.Level.ISSUE;
            case And and -> anyChild(and, QueryTraits::isAboutIssues);
            case Or or -> anyChild(or, QueryTraits::isAboutIssues);
            case Not not -> isAboutIssues(not.part());
            case Condition c -> false;
        };
    }

    private static boolean anyChild(Query query, Predicate<Query> trait) {
        return query.children().stream().anyMatch(trait);
    }

    private static boolean allChildren(Query query, Predicate<Query> trait) {
        return query.children().stream().allMatch(trait);
    }

    /** The parts that must all match, with nested conjunctions flattened; empty for {@link Everything}. */
    public static List<Query> conjuncts(Query query) {
        if (query instanceof And and) {
            return and.parts().stream().flatMap(p -> conjuncts(p).stream()).toList();
        }
        return query instanceof Everything ? List.of() : List.of(query);
    }

    /**
     * The facet values in a query that act like a selected filter: each is the only one required in its facet, and the selection has no
     * choice in that facet. Counts in these facets show what another choice would find.
     */
    public static Map<Facet, Has> choices(Query query, Selection selection) {
        var choices = new EnumMap<Facet, Has>(Facet.class);
        var several = EnumSet.noneOf(Facet.class);
        for (var part : conjuncts(query)) {
            if (part instanceof Has has && choices.put(has.value().facet(), has) != null) {
                several.add(has.value().facet());
            }
        }
        choices.keySet().removeAll(several);
        choices.keySet().removeAll(selection.chosen().keySet());
        return choices;
    }

    /** The plain words among the parts. */
    public static Stream<Word> words(List<Query> parts) {
        return parts.stream().filter(Word.class::isInstance).map(Word.class::cast);
    }
}
