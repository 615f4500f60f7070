package org.precedent.search.interpret;

import java.util.Optional;
import org.precedent.search.Match;
import org.precedent.search.SearchEngine;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;

/**
 * Entry point of searching: interprets a request, runs it, and gives advice when nothing is found.
 */
public final class SearchService {
    private final SearchEngine engine;
    private final Interpreter interpreter;
    private final FacetPaths paths;
    private final GuidelineMentions guidelines;

    /**
     * Searches in this engine with these facet values.
     */
    public SearchService(SearchEngine engine, Vocabularies vocabularies) {
        this.engine = engine;
        this.interpreter = new Interpreter(vocabularies);
        this.paths = new FacetPaths(vocabularies);
        this.guidelines = new GuidelineMentions(vocabularies.guideline());
    }

    /**
     * The engine, for letters, completions and figures.
     */
    public SearchEngine engine() {
        return engine;
    }

    /**
     * The trees of the facets.
     */
    public FacetPaths paths() {
        return paths;
    }

    /**
     * Finds guidelines in any text.
     */
    public GuidelineMentions guidelines() {
        return guidelines;
    }

    /**
     * What the request means, without running it. Words are not taken for a treatment or reason where that
     * would find nothing.
     */
    public Interpretation read(SearchRequest request) {
        var read = interpreter.read(request);
        if (!(read instanceof Interpretation.Understandable asked) || !namesTreatment(asked) || finds(asked)) {
            return read;
        }
        var words = interpreter.readTreatmentsAsWords(request);
        return words instanceof Interpretation.Understandable other && finds(other) ? words : read;
    }

    private static boolean namesTreatment(Interpretation.Understandable asked) {
        return asked.understood().stream()
                .map(u -> u.value().facet())
                .anyMatch(f -> f == Facet.TREATMENT || f == Facet.REASON);
    }

    private boolean finds(Interpretation.Understandable asked) {
        return engine.count(asked.search()).issues() > 0;
    }

    /**
     * Runs the request.
     *
     * @throws SearchEngine.TooCostly when a bound on expansion or time is exceeded
     */
    public SearchOutcome search(SearchRequest request) {
        return switch (read(request)) {
            case Interpretation.Wrong wrong -> new SearchOutcome.Wrong(wrong);
            case Interpretation.Understandable asked -> found(asked);
        };
    }

    private SearchOutcome found(Interpretation.Understandable asked) {
        var page = engine.search(asked.search());
        var advice = page.total().issues() > 0
                ? Optional.<ZeroResultAdvice>empty()
                : Optional.of(ZeroResultAdvice.of(asked, engine, interpreter));
        var decisions = page.words().shown() == Match.MOST
                ? DecisionCounts.NONE
                : DecisionCounts.of(asked.search(), page, engine);
        return new SearchOutcome.Found(
                asked,
                page,
                decisions,
                SearchSentence.describe(asked.search()),
                ActiveFilter.list(asked.request()),
                advice,
                SearchOutcome.SummaryOffer.of(asked, page, engine));
    }
}
