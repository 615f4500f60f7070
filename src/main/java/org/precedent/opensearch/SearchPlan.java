package org.precedent.opensearch;

import static org.precedent.opensearch.cluster.QueryJson.ISSUES;
import static org.precedent.opensearch.cluster.QueryJson.allOf;
import static org.precedent.opensearch.cluster.QueryJson.anyOf;
import static org.precedent.opensearch.cluster.QueryJson.atLeast;
import static org.precedent.opensearch.cluster.QueryJson.constantScore;
import static org.precedent.opensearch.cluster.QueryJson.matchAll;
import static org.precedent.opensearch.cluster.QueryJson.nested;
import static org.precedent.opensearch.cluster.QueryJson.not;
import static org.precedent.opensearch.cluster.QueryJson.object;
import static org.precedent.opensearch.cluster.QueryJson.terms;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.precedent.engine.SubjectMentions;
import org.precedent.highlight.PlainWords;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.opensearch.cluster.QueryJson;
import org.precedent.search.Match;
import org.precedent.search.Scope;
import org.precedent.search.Search;
import org.precedent.search.SearchPage;
import org.precedent.search.Sort;
import org.precedent.search.WideningRule;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.Total;
import org.precedent.search.query.Query;
import org.precedent.search.query.Query.Has;
import org.precedent.search.query.Query.Word;
import org.precedent.search.query.QueryTraits;
import org.precedent.text.StopWords;
import org.precedent.text.TextAnalysis;

/**
 * Translates a search into the queries and aggregations sent to the cluster. Every constraint is a query on one issue; the scope of the
 * search decides how constraints combine. A search for plain words that matches too few issues is widened to issues with most of the words;
 * the plan decides whether to widen by counting matches, in one or two requests.
 */
final class SearchPlan {
    private final TextAnalysis analysis;
    private final IndexState state;
    private final Search search;
    private final QueryTranslation translation;
    private final List<Constraint> fixed = new ArrayList<>();
    private final Map<Facet, Constraint> chosen = new EnumMap<>(Facet.class);
    private final Map<Facet, Constraint> typed = new EnumMap<>(Facet.class);
    private final List<Constraint> constraints;
    private final List<Map<String, Object>> ranking = new ArrayList<>();
    private List<Constraint> text = List.of();
    private double sumOfIdf;
    private boolean awaitsFeedback;
    private SearchPage.Words words = SearchPage.Words.NONE;

    /**
     * A constraint as queries on an issue and on a determination.
     *
     * @param issue query for issues that satisfy it
     * @param determination query for determinations of which any issue satisfies it
     * @param aboutIssues whether it concerns single issues rather than the determination as a whole
     */
    private record Constraint(Map<String, Object> issue, Map<String, Object> determination, boolean aboutIssues) {
        static Constraint of(Map<String, Object> issue, boolean aboutIssues) {
            return new Constraint(issue, nested(issue), aboutIssues);
        }
    }

    /** A word of a plain-word search, with the number of issues that have it. */
    private record Counted(PlainWords.ExpandedWord word, Map<String, Object> query, long issues) {
        boolean hasNeighbors() {
            return !word.near().isEmpty();
        }
    }

    SearchPlan(TextAnalysis analysis, IndexState state, Search search) {
        this.analysis = analysis;
        this.state = state;
        this.search = search;
        this.translation = new QueryTranslation(analysis, search.options().summary());
        var parts = QueryTraits.conjuncts(search.query());
        var plain = search.plain() ? StopWords.remove(QueryTraits.words(parts).toList()) : List.<Word>of();
        var choices = QueryTraits.choices(search.query(), search.selection());
        for (var part : parts) {
            if (part instanceof Has has && has.equals(choices.get(has.value().facet()))) {
                typed.put(has.value().facet(), constraint(part));
            } else if (!search.plain() || !(part instanceof Word)) {
                fixed.add(constraint(part));
            }
        }
        this.constraints = new ArrayList<>(fixed);
        constraints.addAll(typed.values());
        addSelection();
        if (plain.isEmpty()) {
            chosen.putAll(typed);
            ranking.addAll(translation.ranking(search.query()));
        } else {
            decide(PlainWords.expand(analysis, plain));
        }
    }

    private Constraint constraint(Query part) {
        return Constraint.of(translation.translate(part), QueryTraits.isAboutIssues(part));
    }

    private void addSelection() {
        var selection = search.selection();
        selection
                .excluded()
                .forEach((facet, values) ->
                        fixed.add(Constraint.of(not(having(facet, values)), facet.level() == Facet.Level.ISSUE)));
        if (!selection.decided().equals(DateRange.ALWAYS)) {
            fixed.add(Constraint.of(QueryTranslation.decided(selection.decided()), false));
        }
        search.since().ifPresent(s -> fixed.add(Constraint.of(QueryTranslation.since(s), false)));
        selection
                .chosen()
                .forEach((facet, values) ->
                        chosen.put(facet, Constraint.of(having(facet, values), facet.level() == Facet.Level.ISSUE)));
    }

    private static Map<String, Object> having(Facet facet, java.util.Set<String> values) {
        return terms(QueryJson.facet(facet.parameter()), values);
    }

    private void decide(List<PlainWords.ExpandedWord> wide) {
        var queries = wide.stream().map(w -> translation.word(w.sequences())).toList();
        var every = queries.stream().map(q -> Constraint.of(q, true)).toList();
        var near = wide.stream().map(PlainWords.ExpandedWord::withNeighbors).toList();
        var aggregations = object();
        for (int i = 0; i < queries.size(); i++) {
            aggregations.put("w" + i, issues(queries.get(i)));
            aggregations.put("n" + i, issues(translation.word(near.get(i).sequences())));
        }
        aggregations.put("asked", countAggregation(with(constraints, every)));
        var shown = new ArrayList<>(fixed);
        shown.addAll(chosen.values());
        shown.addAll(typed.values());
        aggregations.put("shown", countAggregation(with(shown, every)));
        var answer = count(aggregations);
        var counted = counted(answer, "w", wide);
        var withAll = total(answer.at("shown"));
        rank(wide, counted);
        if (widens(counted, total(answer.at("asked")).issues())) {
            widen(counted(answer, "n", near), withAll);
        } else {
            chosen.putAll(typed);
            text = every;
            words = words(Match.ALL, withAll, counted.size(), counted);
        }
    }

    private static Map<String, Object> issues(Map<String, Object> having) {
        return object("nested", object("path", ISSUES), "aggs", object("t", object("filter", having)));
    }

    private List<Counted> counted(JsonValue answer, String name, List<PlainWords.ExpandedWord> words) {
        return IntStream.range(0, words.size())
                .mapToObj(i -> new Counted(
                        words.get(i),
                        translation.word(words.get(i).sequences()),
                        answer.at(name + i, "t", "doc_count").number()))
                .toList();
    }

    private static List<Constraint> with(List<Constraint> some, List<Constraint> more) {
        var both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }

    private JsonValue count(Map<String, Object> aggregations) {
        return state.computeOnce(
                aggregations,
                () -> state.search(object("size", 0, "track_total_hits", false, "aggs", aggregations), false)
                        .at("aggregations"));
    }

    private boolean widens(List<Counted> counted, long withAll) {
        boolean canWiden = counted.size() > 1 && counted.stream().anyMatch(c -> c.issues > 0);
        return canWiden
                && search.options()
                        .match()
                        .map(m -> m == Match.MOST)
                        .orElseGet(() -> withAll < WideningRule.MIN_ISSUES);
    }

    private void widen(List<Counted> counted, Total withAll) {
        // typed values determine how far a search is widened, so that replacing one by another choice would yield
        // another set
        chosen.keySet().removeAll(typed.keySet());
        fixed.addAll(typed.values());
        var distinctive = distinctive(counted);
        int maximum = WideningRule.requiredAtFirst(distinctive.size());
        boolean isSubjectTyped = QueryTraits.conjuncts(search.query()).stream()
                .anyMatch(part -> part instanceof Has has
                        && WideningRule.SUBJECT.contains(has.value().facet()));
        int minimum = Math.min(maximum, isSubjectTyped ? 0 : 1);
        var aggregations = object();
        for (int k = maximum; k > minimum; k--) {
            aggregations.put("m" + k, countAggregation(with(constraints, havingAtLeast(k, distinctive))));
        }
        var answer = aggregations.isEmpty() ? JsonValue.ABSENT : count(aggregations);
        int required = maximum;
        while (required > minimum && total(answer.at("m" + required)).issues() < WideningRule.TARGET_ISSUES) {
            required--;
        }
        text = havingAtLeast(required, distinctive);
        words = words(Match.MOST, withAll, required, counted);
        awaitsFeedback = isInOneIssue() && !search.options().summary() && search.sort() == Sort.RELEVANCE;
    }

    /**
     * Issues with at least this many of the distinctive words; in the scope of determinations, issues of determinations with at least as
     * many.
     */
    private List<Constraint> havingAtLeast(int required, List<Counted> distinctive) {
        if (required == 0) {
            return List.of();
        }
        var sets = distinctive.stream().map(Counted::query).toList();
        return List.of(
                search.options().scope() == Scope.ISSUE
                        ? Constraint.of(atLeast(required, sets), true)
                        : new Constraint(
                                anyOf(sets),
                                atLeast(
                                        required,
                                        sets.stream().map(QueryJson::nested).toList()),
                                true));
    }

    private List<Counted> distinctive(List<Counted> counted) {
        var distinctive = counted.stream()
                .filter(c -> WideningRule.isDistinctive(c.issues, state.total().issues()))
                .toList();
        return distinctive.isEmpty()
                ? counted.stream().filter(c -> c.issues > 0).toList()
                : distinctive;
    }

    private SearchPage.Words words(Match shown, Total withAll, int required, List<Counted> counted) {
        var distinctive = distinctive(counted);
        return new SearchPage.Words(
                shown,
                withAll,
                required,
                texts(distinctive),
                texts(counted.stream()
                        .filter(c -> c.issues > 0 && !distinctive.contains(c))
                        .toList()),
                texts(counted.stream().filter(c -> c.issues == 0).toList()),
                shown == Match.ALL
                        ? List.of()
                        : texts(distinctive.stream()
                                .filter(Counted::hasNeighbors)
                                .toList()));
    }

    private static List<String> texts(List<Counted> counted) {
        return counted.stream().map(c -> c.word.word().text()).toList();
    }

    private void rank(List<PlainWords.ExpandedWord> wide, List<Counted> counted) {
        ranking.addAll(translation.ranking(wide));
        sumOfIdf = counted.stream().mapToDouble(c -> idf(c.issues)).sum();
        var values = SubjectMentions.find(analysis.paths(), String.join(" ", texts(counted)));
        values.forEach(v -> ranking.add(QueryTranslation.boosting(v, SubjectMentions.weight(sumOfIdf, values.size()))));
    }

    /** Inverse document frequency, as BM25 computes it. */
    double idf(long issues) {
        double all = state.total().issues();
        return Math.log(1 + (all - issues + 0.5) / (issues + 0.5));
    }

    SearchPage.Words words() {
        return words;
    }

    /** The facets with a choice, whose values are counted without it. */
    java.util.Set<Facet> chosenFacets() {
        return chosen.keySet();
    }

    boolean isRanked() {
        return !ranking.isEmpty();
    }

    private boolean isInOneIssue() {
        return search.options().scope() == Scope.ISSUE;
    }

    private List<Constraint> constraints(Optional<Facet> but) {
        var constraints = with(fixed, text);
        chosen.forEach((facet, constraint) -> {
            if (!Optional.of(facet).equals(but)) {
                constraints.add(constraint);
            }
        });
        return constraints;
    }

    /** Query for the determinations found, ignoring one facet's choices. */
    Map<String, Object> determinations(Optional<Facet> but) {
        return determinations(constraints(but));
    }

    private Map<String, Object> determinations(List<Constraint> constraints) {
        if (constraints.isEmpty()) {
            return matchAll();
        }
        return isInOneIssue()
                ? nested(allOf(constraints.stream().map(Constraint::issue).toList()))
                : allOf(constraints.stream().map(Constraint::determination).toList());
    }

    /** Query for the issues to show of a determination found, ignoring one facet's choices. */
    Map<String, Object> issues(Optional<Facet> but) {
        return issues(constraints(but));
    }

    private Map<String, Object> issues(List<Constraint> constraints) {
        return isInOneIssue()
                ? allOf(constraints.stream().map(Constraint::issue).toList())
                : matchingIssues(constraints).orElse(matchAll());
    }

    /** In the scope of determinations: query for issues that satisfy any constraint on issues; empty if there is none. */
    Optional<Map<String, Object>> matchingIssues(Optional<Facet> but) {
        return matchingIssues(constraints(but));
    }

    private static Optional<Map<String, Object>> matchingIssues(List<Constraint> constraints) {
        var about = constraints.stream()
                .filter(Constraint::aboutIssues)
                .map(Constraint::issue)
                .toList();
        return about.isEmpty() ? Optional.empty() : Optional.of(anyOf(about));
    }

    /** An aggregation that counts the result. */
    Map<String, Object> countAggregation() {
        return countAggregation(constraints(Optional.empty()));
    }

    private Map<String, Object> countAggregation(List<Constraint> constraints) {
        return object(
                "filter",
                determinations(constraints),
                "aggs",
                object(
                        "i",
                        object(
                                "nested",
                                object("path", ISSUES),
                                "aggs",
                                object("t", object("filter", issues(constraints))))));
    }

    /** Reads the result of {@link #countAggregation}. */
    static Total total(JsonValue aggregation) {
        return new Total(
                aggregation.at("i", "t", "doc_count").number(),
                aggregation.at("doc_count").number());
    }

    /** The query for determinations, each scored by its best issue, with the issues to show as inner hits. */
    Map<String, Object> query(Map<String, Object> innerHits) {
        if (awaitsFeedback) {
            awaitsFeedback = false;
            ranking.addAll(new FeedbackSearch(state).clauses(issues(Optional.empty()), List.copyOf(ranking), sumOfIdf));
        }
        var issue = object("filter", List.of(issues(Optional.empty())));
        issue.put("should", ranking.isEmpty() ? List.of(constantScore(matchAll(), 0)) : ranking);
        var shown =
                object("path", ISSUES, "score_mode", "max", "query", object("bool", issue), "inner_hits", innerHits);
        return object(
                "bool",
                object("must", List.of(object("nested", shown)), "filter", List.of(determinations(Optional.empty()))));
    }
}
