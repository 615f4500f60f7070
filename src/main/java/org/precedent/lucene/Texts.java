package org.precedent.lucene;

import java.util.List;
import java.util.stream.Stream;
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
 * What a query tree asks of texts.
 */
final class Texts {
    private Texts() {}

    /** Whether everything it matches has some of the words it is ranked by. */
    static boolean ranksAll(Query query) {
        return switch (query) {
            case Word w -> true;
            case Phrase p -> true;
            case Near n -> ranksAll(n.left()) || ranksAll(n.right());
            case NotNear n -> ranksAll(n.left());
            case In in -> ranksAll(in.part());
            case And and -> and.parts().stream().anyMatch(Texts::ranksAll);
            case Or or -> or.parts().stream().allMatch(Texts::ranksAll);
            case Prefix p -> false;
            case Everything e -> false;
            case Not not -> false;
            case Has has -> false;
            case Decided decided -> false;
            case CaseIs is -> false;
        };
    }

    /** Whether it is satisfied by words that stand at places of a text, and by nothing else. */
    static boolean hasPlaces(Query query) {
        return switch (query) {
            case Word w -> true;
            case Phrase p -> true;
            case Prefix p -> true;
            case Near n -> true;
            case NotNear n -> true;
            case Or or -> or.parts().stream().allMatch(Texts::hasPlaces);
            case In in -> hasPlaces(in.part());
            case And a -> false;
            case Not n -> false;
            case Has h -> false;
            case Decided d -> false;
            case CaseIs c -> false;
            case Everything e -> false;
        };
    }

    /** Whether it is said of one issue, not of the letter with all its issues. */
    static boolean isAboutIssues(Query query) {
        return switch (query) {
            case Word w -> true;
            case Phrase p -> true;
            case Prefix p -> true;
            case Near n -> true;
            case NotNear n -> true;
            case In in -> in.field() != TextField.SUMMARY;
            case And and -> and.parts().stream().anyMatch(Texts::isAboutIssues);
            case Or or -> or.parts().stream().anyMatch(Texts::isAboutIssues);
            case Not not -> isAboutIssues(not.part());
            case Has has -> has.value().facet().level() == org.precedent.search.Facet.Level.ISSUE;
            case Everything e -> false;
            case Decided decided -> false;
            case CaseIs is -> false;
        };
    }

    /** The parts that must all hold. */
    static List<Query> conjuncts(Query query) {
        return switch (query) {
            case And and ->
                and.parts().stream().flatMap(p -> conjuncts(p).stream()).toList();
            case Everything e -> List.of();
            default -> List.of(query);
        };
    }

    /** The plain words among the parts. */
    static Stream<Word> words(List<Query> parts) {
        return parts.stream().filter(Word.class::isInstance).map(Word.class::cast);
    }
}
