package org.precedent.search.interpret;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.precedent.determination.Span;
import org.precedent.search.Match;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.WideningRule;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.Selection;
import org.precedent.search.interpret.Interpretation.Understood;
import org.precedent.search.mention.GuidelineMentions;
import org.precedent.search.query.Query;
import org.precedent.search.query.QueryNormalizer;
import org.precedent.search.query.QueryTraits;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;

/**
 * Entry point of searching: interprets a request, runs it, and gives advice when nothing is found or words are misspelled.
 */
public final class SearchService {
    /** With at least this many other words, a text that names a treatment may find something even if the name stays words. */
    private static final int MIN_OTHER_WORDS = 2;

    private final SearchEngine engine;
    private final Interpreter interpreter;
    private final WideningLimit widening;
    private final FacetPaths paths;
    private final GuidelineMentions guidelines;

    /**
     * A service that searches this engine and recognizes values of these vocabularies.
     */
    public SearchService(SearchEngine engine, Vocabularies vocabularies) {
        this(engine, vocabularies, new Interpreter(vocabularies));
    }

    /**
     * A service that searches this engine and interprets requests with an interpreter of the same vocabularies.
     */
    public SearchService(SearchEngine engine, Vocabularies vocabularies, Interpreter interpreter) {
        this.engine = engine;
        this.interpreter = interpreter;
        this.widening = new WideningLimit(engine);
        this.paths = new FacetPaths(vocabularies);
        this.guidelines = new GuidelineMentions(vocabularies.guideline());
    }

    /**
     * The engine, for determinations, completions and statistics.
     */
    public SearchEngine engine() {
        return engine;
    }

    /**
     * The hierarchies of the facet values.
     */
    public FacetPaths paths() {
        return paths;
    }

    /**
     * Finds guideline citations in arbitrary text.
     */
    public GuidelineMentions guidelines() {
        return guidelines;
    }

    /**
     * Interprets a request for this index, without running it. The names of treatments and reasons stay words if recognizing them finds
     * nothing and either some issue has those words or the text has several others. Plain words are not widened to nearly every issue.
     *
     * @throws SearchEngine.TooCostly when a limit on term expansion or time is exceeded
     */
    public Interpretation interpret(SearchRequest request) {
        return switch (interpreter.interpret(request)) {
            case Interpretation.Invalid wrong -> wrong;
            case Interpretation.Valid interpretation ->
                withWideningLimit(
                        namesTreatment(interpretation) && !finds(interpretation)
                                ? other(interpretation)
                                : interpretation);
        };
    }

    /**
     * The recognized name closest to a misspelled word; empty if none is close enough, and for short words.
     */
    Optional<String> correct(String word) {
        return interpreter.correct(word);
    }

    private Interpretation.Valid withWideningLimit(Interpretation.Valid interpretation) {
        return interpretation.with(widening.apply(interpretation.search()));
    }

    /**
     * The interpretation with treatments and reasons as words, if it finds something and either some issue has all of those words or the
     * text has several others. Otherwise the given one, because no result is better than issues with only some of the words.
     */
    private Interpretation.Valid other(Interpretation.Valid interpretation) {
        return interpreter.interpretTreatmentsAsWords(interpretation.request()) instanceof Interpretation.Valid words
                        && finds(withWideningLimit(words))
                        && (hasOtherWords(interpretation) || areFound(names(interpretation, words.search())))
                ? words
                : interpretation;
    }

    /** The search for all the words that were recognized as treatments and reasons. */
    private static Search names(Interpretation.Valid interpretation, Search words) {
        var names = interpretation.understood().stream()
                .filter(SearchService::isTreatment)
                .map(Understood::at)
                .toList();
        List<Query> parts = QueryTraits.words(QueryTraits.conjuncts(words.query()))
                .filter(w -> names.stream().anyMatch(n -> isWithin(w.at(), n)))
                .<Query>map(w -> w)
                .toList();
        return WideningLimit.requireAll(words.with(QueryNormalizer.and(parts)));
    }

    private static boolean isWithin(Span inner, Span outer) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    private boolean areFound(Search search) {
        return engine.count(search).issues() > 0;
    }

    private static boolean hasOtherWords(Interpretation.Valid interpretation) {
        return Arrays.stream(interpretation.words().split(" ", -1))
                        .filter(w -> !w.isEmpty() && w.chars().allMatch(Character::isLetter))
                        .count()
                >= MIN_OTHER_WORDS;
    }

    private static boolean namesTreatment(Interpretation.Valid interpretation) {
        return interpretation.understood().stream().anyMatch(SearchService::isTreatment);
    }

    private static boolean isTreatment(Understood name) {
        return name.value().facet() == Facet.TREATMENT || name.value().facet() == Facet.REASON;
    }

    private boolean finds(Interpretation.Valid interpretation) {
        return areFound(interpretation.search());
    }

    /**
     * Runs the request.
     *
     * @throws SearchEngine.TooCostly when a limit on term expansion or time is exceeded
     */
    public SearchOutcome search(SearchRequest request) {
        return switch (interpret(request)) {
            case Interpretation.Invalid wrong -> new SearchOutcome.Invalid(wrong);
            case Interpretation.Valid interpretation -> found(interpretation);
        };
    }

    private SearchOutcome found(Interpretation.Valid interpretation) {
        var page = engine.search(interpretation.search());
        var advice = page.total().issues() > 0
                ? SearchAdvice.adviseOnSpelling(interpretation, page.words().unknown(), this)
                : Optional.of(SearchAdvice.advise(interpretation, this));
        var decisions = page.words().shown() == Match.MOST
                ? DecisionCounts.NONE
                : DecisionCounts.count(interpretation.search(), page, engine);
        return new SearchOutcome.Found(
                interpretation,
                page,
                decisions,
                SearchSentence.describe(interpretation.search()),
                ActiveFilter.list(interpretation.request()),
                advice,
                SearchOutcome.SummaryOffer.find(interpretation, page, engine));
    }

    /**
     * Prevents searches from being widened to nearly every issue of an index. That would happen if the index has only the common words of
     * the text ({@code medical} of "transportation to medical appointments"): such a result is useless and hides that the other words are
     * missing.
     *
     * @param engine used to count issues
     */
    private record WideningLimit(SearchEngine engine) {
        /**
         * The search, with all its words required if widening would find nearly every issue. A search that names a facet value in its text,
         * or for which all or most of the words were explicitly requested, is returned unchanged.
         *
         * @throws SearchEngine.TooCostly when a limit on term expansion or time is exceeded
         */
        Search apply(Search search) {
            return isBounded(search) && isTooWide(search.with(Selection.NONE)) ? requireAll(search) : search;
        }

        /**
         * The search with all its words required.
         */
        static Search requireAll(Search search) {
            return search.with(search.options().with(Optional.of(Match.ALL)));
        }

        private static boolean isBounded(Search search) {
            var parts = QueryTraits.conjuncts(search.query());
            return search.plain()
                    && search.options().match().isEmpty()
                    && QueryTraits.words(parts).count() > 1
                    && parts.stream().noneMatch(Query.Has.class::isInstance);
        }

        private boolean isTooWide(Search text) {
            return count(requireAll(text)) < WideningRule.MIN_ISSUES
                    && WideningRule.isTooWide(count(text), count(text.with(new Query.Everything())));
        }

        private long count(Search search) {
            return engine.count(search).issues();
        }
    }
}
