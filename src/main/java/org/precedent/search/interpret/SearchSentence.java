package org.precedent.search.interpret;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.search.Scope;
import org.precedent.search.Search;
import org.precedent.search.facet.CitationValues;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Facet;
import org.precedent.search.query.Query;

/**
 * Describes a search in words: {@code Issues about X-ray · (cervical spine or lumbar spine) · upheld}.
 */
public final class SearchSentence {
    private SearchSentence() {}

    /**
     * The description as one line without a period, without repetitions; {@code Every issue} for an empty search.
     */
    public static String describe(Search search) {
        var subjects = new LinkedHashSet<String>();
        var conditions = new LinkedHashSet<String>();
        var all = search.query() instanceof Query.And and ? and.parts() : List.of(search.query());
        for (var part : all) {
            if (!(part instanceof Query.Everything)) {
                var words = all.size() == 1 ? words(part) : grouped(part);
                (isSubject(part) ? subjects : conditions).add(words);
            }
        }
        for (var facet : Facet.values()) {
            any(facet, search.selection().chosenIn(facet), isSubject(facet) ? subjects : conditions);
        }
        for (var facet : Facet.values()) {
            search.selection().excludedIn(facet).forEach(v -> conditions.add("not " + value(facet, v)));
        }
        if (!search.selection().decided().equals(DateRange.ALWAYS)) {
            conditions.add(words(search.selection().decided()));
        }
        return sentence(subjects, conditions, search.options().scope());
    }

    private static String sentence(Set<String> subjects, Set<String> conditions, Scope scope) {
        if (subjects.isEmpty() && conditions.isEmpty()) {
            return "Every issue";
        }
        var start = subjects.isEmpty() ? "Issues: " : "Issues about ";
        var parts = Stream.concat(subjects.stream(), conditions.stream()).collect(Collectors.joining(" · "));
        return start + parts + (scope == Scope.LETTER ? ", matched across all issues in a determination" : "");
    }

    // what an issue is about, as opposed to how, when and by whom it was decided
    private static boolean isSubject(Query query) {
        return switch (query) {
            case Query.Has has -> isSubject(has.value().facet());
            case Query.Word w -> true;
            case Query.Phrase p -> true;
            case Query.Prefix p -> true;
            case Query.Or o -> true;
            case Query.Near n -> true;
            case Query.In i -> true;
            case Query.And a -> true;
            case Query.Everything e -> false;
            case Query.Not n -> false;
            case Query.NotNear n -> false;
            case Query.Decided d -> false;
            case Query.CaseIs c -> false;
        };
    }

    private static boolean isSubject(Facet facet) {
        return facet == Facet.MODALITY || facet == Facet.REGION || facet == Facet.TREATMENT;
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
            var label = facet.label().toLowerCase(Locale.ROOT);
            return "no " + label + (label.endsWith(" cited") ? "" : " stated");
        }
        return switch (facet) {
            case YEAR -> "decided in " + value;
            case OUTCOME -> "determination outcome " + value;
            case GUIDELINE -> value + " cited";
            case SPECIALTY -> "reviewer in " + value;
            case REASON -> "decided on \u201C" + value + "\u201D";
            case SIGNAL -> "to check: " + value;
            case CITATION -> value.replace(CitationValues.SEPARATOR, ", ") + " cited";
            case ADMINISTRATOR -> value.replace(CitationValues.SEPARATOR, ", ") + " cited by the claims administrator";
            case REGION, DECISION -> value.substring(0, 1).toLowerCase(Locale.ROOT) + value.substring(1);
            case MODALITY, TREATMENT -> value;
        };
    }
}
