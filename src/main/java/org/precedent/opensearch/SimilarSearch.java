package org.precedent.opensearch;

import static org.precedent.opensearch.cluster.QueryJson.ISSUES;
import static org.precedent.opensearch.cluster.QueryJson.constantScore;
import static org.precedent.opensearch.cluster.QueryJson.not;
import static org.precedent.opensearch.cluster.QueryJson.term;
import static org.precedent.opensearch.cluster.QueryJson.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.precedent.determination.Issue;
import org.precedent.engine.IssueSimilarity;
import org.precedent.engine.IssueSimilarity.Candidate;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.opensearch.cluster.QueryJson;
import org.precedent.opensearch.write.IndexMapping;
import org.precedent.search.SimilarIssue;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.text.TextAnalysis;

/**
 * Finds issues of other determinations about the same dispute, by {@link IssueSimilarity}.
 */
final class SimilarSearch {
    private final TextAnalysis analysis;
    private final IndexState state;
    private final ClusterDictionary dictionary;

    SimilarSearch(TextAnalysis analysis, IndexState state, ClusterDictionary dictionary) {
        this.analysis = analysis;
        this.state = state;
        this.dictionary = dictionary;
    }

    /** The most similar issues, in the order of {@link IssueSimilarity#choose}. */
    List<SimilarIssue> find(String id, Issue issue, int limit) {
        var likeness = new IssueSimilarity(analysis, issue);
        if (likeness.required().isEmpty()) {
            return List.of();
        }
        dictionary.fetchFrequencies(likeness.stems());
        var distinctive =
                likeness.distinctiveTerms(dictionary::frequency, state.total().issues());
        var clauses = new ArrayList<Map<String, Object>>();
        likeness.clauses().forEach(c -> clauses.add(constantScore(terms(ISSUES + ".subject", c.terms()), c.boost())));
        IssueSimilarity.boosts(distinctive)
                .forEach((stem, boost) -> clauses.add(constantScore(term(IndexMapping.all(), stem), boost)));
        var same = QueryTranslation.facet(
                new FacetValue(Facet.DECISION, issue.decision().value().label()));
        var alike = terms(ISSUES + ".subject", likeness.required());
        // one more than needed: the cluster breaks ties arbitrarily, we break them by id
        int fetched = limit + 1;
        var answers = state.searchAll(
                List.of(
                        without(id, TopIssues.body(List.of(alike, not(same)), clauses, fetched)),
                        without(id, TopIssues.body(List.of(alike, same), clauses, fetched))),
                false);
        return likeness.choose(
                candidates(answers.getFirst(), limit), candidates(answers.getLast(), limit), limit, distinctive);
    }

    private static Map<String, Object> without(String id, Map<String, Object> body) {
        body.put(
                "query",
                QueryJson.object(
                        "bool",
                        QueryJson.object("must", List.of(body.get("query")), "must_not", List.of(term("id", id)))));
        return body;
    }

    private static List<Candidate> candidates(JsonValue answer, int limit) {
        return TopIssues.read(answer, limit).stream()
                .map(i -> Candidate.of(
                        (float) i.issue().score(),
                        i.determination().determination(),
                        i.issue().number()))
                .toList();
    }
}
