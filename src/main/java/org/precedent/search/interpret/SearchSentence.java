package org.precedent.search.interpret;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.precedent.search.Scope;
import org.precedent.search.Search;
import org.precedent.search.facet.CitationValues;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Facet;
import org.precedent.search.query.Query;

/**
 * Describes a search in words: {@code X-ray and (Cervical spine or Lumbar spine) and Upheld, in the same issue}.
 */
public final class SearchSentence {
    private SearchSentence() {}

    /**
     * One line without a full stop, without repetitions; {@code every issue} for an empty search.
     */
    public static String describe(Search search) {
        var parts = new LinkedHashSet<String>();
        if (search.query() instanceof Query.And and) {
            and.parts().forEach(p -> parts.add(grouped(p)));
        } else if (!(search.query() instanceof Query.Everything)) {
            parts.add(words(search.query()));
        }
        for (var facet : Facet.values()) {
            any(facet, search.selection().chosenIn(facet), parts);
        }
        for (var facet : Facet.values()) {
            search.selection().excludedIn(facet).forEach(v -> parts.add("not " + value(facet, v)));
        }
        if (!search.selection().decided().equals(DateRange.ALWAYS)) {
            parts.add(words(search.selection().decided()));
        }
        return parts.isEmpty() ? "every issue" : String.join(" and ", parts) + where(search.scope(), parts.size());
    }

    private static String where(Scope scope, int parts) {
        if (scope == Scope.LETTER) {
            return ", anywhere in the letter";
        }
        return parts > 1 ? ", in the same issue" : "";
    }

    private static void any(Facet facet, Set<String> values, Collection<String> parts) {
        var words = values.stream().map(v -> value(facet, v)).toList();
        if (words.size() == 1) {
            parts.add(words.getFirst());
        } else if (words.size() > 1) {
            parts.add("(" + String.join(" or ", words) + ")");
        }
    }

    private static String words(Query query) {
        return switch (query) {
            case Query.Everything e -> "every issue";
            case Query.Word word -> "\u201C" + word.text() + "\u201D";
            case Query.Phrase phrase -> "exactly \u201C" + phrase.text() + "\u201D";
            case Query.Prefix prefix -> "\u201C" + prefix.stem() + "\u2026\u201D";
            case Query.And and -> joined(and.parts(), " and ");
            case Query.Or or -> joined(or.parts(), " or ");
            case Query.Not not -> "not " + grouped(not.part());
            case Query.Near near -> grouped(near.left()) + words(near.within()) + grouped(near.right());
            case Query.NotNear near -> grouped(near.left()) + " not" + words(near.within()) + grouped(near.right());
            case Query.In in -> grouped(in.part()) + " in the " + in.field().prefix();
            case Query.Has has -> value(has.value().facet(), has.value().value());
            case Query.Decided decided -> words(decided.range());
            case Query.CaseIs is -> "case " + is.caseNumber();
        };
    }

    private static String joined(List<Query> parts, String joint) {
        return parts.stream().map(SearchSentence::grouped).collect(Collectors.joining(joint));
    }

    private static String grouped(Query query) {
        return query instanceof Query.And || query instanceof Query.Or ? "(" + words(query) + ")" : words(query);
    }

    private static String words(Query.Within within) {
        return switch (within) {
            case Query.Within.Words words ->
                " within " + words.distance() + (words.distance() == 1 ? " word" : " words")
                        + (words.ordered() ? " before " : " of ");
            case Query.Within.Sentence s -> " in one sentence with ";
            case Query.Within.Paragraph p -> " in one paragraph with ";
        };
    }

    private static String words(DateRange range) {
        var from = range.from().map(d -> " from " + d).orElse("");
        var to = range.to().map(d -> " to " + d).orElse("");
        return "decided" + from + to;
    }

    private static String value(Facet facet, String value) {
        if (value.equals(Facet.NOT_STATED)) {
            return "no " + facet.label().toLowerCase(Locale.ROOT) + " stated";
        }
        return switch (facet) {
            case YEAR -> "decided in " + value;
            case OUTCOME -> "letter outcome " + value;
            case GUIDELINE -> value + " cited";
            case SPECIALTY -> "reviewer in " + value;
            case REASON -> "decided on \u201C" + value + "\u201D";
            case SIGNAL -> "to check: " + value;
            case CITATION -> value.replace(CitationValues.BELOW, ", ") + " cited";
            case ADMINISTRATOR -> value.replace(CitationValues.BELOW, ", ") + " cited by the claims administrator";
            case MODALITY, REGION, DECISION, TREATMENT -> value;
        };
    }
}
