package org.precedent.opensearch;

import static org.precedent.opensearch.cluster.QueryJson.object;
import static org.precedent.opensearch.cluster.QueryJson.term;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.precedent.determination.Determination;
import org.precedent.determination.Finding;
import org.precedent.determination.Located;
import org.precedent.engine.SharedRationaleFinder;
import org.precedent.engine.SpellingCorrector;
import org.precedent.engine.SuggestionFinder;
import org.precedent.highlight.Highlighter;
import org.precedent.highlight.IssueMatcher;
import org.precedent.highlight.LetterMarks;
import org.precedent.opensearch.HitReader.Entry;
import org.precedent.opensearch.ResultCursor.Found;
import org.precedent.opensearch.ResultCursor.RankedIssue;
import org.precedent.opensearch.cluster.ClusterClient;
import org.precedent.opensearch.cluster.ClusterOptions;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.opensearch.write.DeterminationDocument;
import org.precedent.search.Grouping;
import org.precedent.search.LetterHit;
import org.precedent.search.OutcomeTable;
import org.precedent.search.Overview;
import org.precedent.search.PageRequest;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchEngine.Suggestion;
import org.precedent.search.SearchPage;
import org.precedent.search.SharedRationale;
import org.precedent.search.SimilarIssue;
import org.precedent.search.Sort;
import org.precedent.search.StoredLetter;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.Total;
import org.precedent.search.query.Query;
import org.precedent.text.Neighbors;
import org.precedent.text.Synonyms;
import org.precedent.text.TextAnalysis;
import org.precedent.text.Tokenizer;
import org.precedent.vocabulary.Vocabularies;

/**
 * The distributed engine. Each call works on a point in time of the index on the cluster; if a node fails meanwhile, the call starts over
 * on the remaining copies; an incomplete result is never returned.
 */
public final class OpenSearchEngine implements SearchEngine {
    private static final int LATEST = 10;

    /** Number of determinations per request without their texts; OpenSearch allows at most 10,000. */
    private static final int LIGHT_PART = 5_000;

    private final ClusterClient client;
    private final TextAnalysis analysis;
    private final IndexStates states;

    private OpenSearchEngine(ClusterClient client, TextAnalysis analysis) {
        this.client = client;
        this.analysis = analysis;
        this.states = new IndexStates(client, client.options().alias());
    }

    /**
     * An engine on a cluster, to which it connects on first use.
     *
     * @param vocabularies vocabularies for synonyms and facet trees
     * @throws IllegalArgumentException when the certificate cannot be read
     */
    public static OpenSearchEngine open(ClusterOptions options, Vocabularies vocabularies) {
        return new OpenSearchEngine(new ClusterClient(options), analysis(vocabularies));
    }

    static TextAnalysis analysis(Vocabularies vocabularies) {
        var tokenizer = new Tokenizer(vocabularies);
        var synonyms = new Synonyms(tokenizer);
        return new TextAnalysis(tokenizer, synonyms, new Neighbors(tokenizer, synonyms), new FacetPaths(vocabularies));
    }

    /**
     * A writer whose commits are immediately visible in this engine. Several machines may write at the same time.
     *
     * @param clock source of the times of ingest
     */
    public OpenSearchWriter writer(InstantSource clock) {
        return OpenSearchWriter.open(client, analysis, clock, states::refresh);
    }

    @Override
    public SearchPage search(Search search) {
        return states.read(state -> {
            var plan = new SearchPlan(analysis, state, search);
            var counts = counts(state, plan, search);
            var reader = new HitReader(analysis, state, search);
            var page = search.paging().grouping() == Grouping.ISSUE
                    ? issues(state, plan, search)
                    : determinations(state, plan, search);
            return new SearchPage(
                    counts.total(),
                    plan.words(),
                    counts.facets(),
                    reader.read(page),
                    reader.read(new RelatedSearch(analysis, state, search).find(plan, counts.total())),
                    state.generation());
        });
    }

    private FacetAggregations.Counts counts(IndexState state, SearchPlan plan, Search search) {
        var aggregations = new FacetAggregations(analysis.paths(), plan, search);
        var body = aggregations.body();
        return state.computeOnce(body, () -> aggregations.read(state.search(body, false)));
    }

    private static List<Entry> determinations(IndexState state, SearchPlan plan, Search search) {
        var cursor = new ResultCursor(state, plan, search);
        search.paging()
                .after()
                .ifPresentOrElse(
                        cursor::after, () -> cursor.skip(search.paging().offset(), LIGHT_PART));
        return cursor.next(search.paging().size(), true).stream()
                .map(found -> entry(found, cursor.shown(found)))
                .toList();
    }

    private static Entry entry(Found found, List<ResultCursor.FoundIssue> shown) {
        return new Entry(found, shown, found.issues().size() - shown.size());
    }

    private static List<Entry> issues(IndexState state, SearchPlan plan, Search search) {
        var cursor = new ResultCursor(state, plan, search);
        var paging = search.paging();
        var ranked = paging.after()
                .map(place -> IssuePlace.find(cursor, place).after(paging.size()))
                .orElseGet(() -> cursor.issues(i -> true, paging.offset() + paging.size(), LIGHT_PART));
        return withTexts(state, ranked.subList(Math.min(paging.offset(), ranked.size()), ranked.size()));
    }

    /** Result entries for single issues, with the texts of their determinations. */
    static List<Entry> withTexts(IndexState state, List<RankedIssue> issues) {
        var ids = issues.stream().map(i -> i.determination().id()).distinct().toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        var sources = new HashMap<String, JsonValue>();
        state.search(
                        object(
                                "size",
                                ids.size(),
                                "track_total_hits",
                                false,
                                "query",
                                object("ids", object("values", ids)),
                                "_source",
                                List.of("whole", "first", "changed")),
                        false)
                .at("hits", "hits")
                .list()
                .forEach(hit -> sources.put(hit.at("_id").text(), hit.at("_source")));
        return issues.stream()
                .map(i -> new Entry(
                        i.determination()
                                .with(sources.getOrDefault(i.determination().id(), JsonValue.ABSENT)),
                        List.of(i.issue()),
                        0))
                .toList();
    }

    @Override
    public Total count(Search search) {
        return states.read(state -> {
            var plan = new SearchPlan(analysis, state, search);
            var body = object("size", 0, "track_total_hits", false, "aggs", object("total", plan.countAggregation()));
            return state.computeOnce(
                    body, () -> SearchPlan.total(state.search(body, false).at("aggregations", "total")));
        });
    }

    @Override
    public OutcomeTable countOutcomes(Search search, List<Dimension> by) {
        return states.read(state ->
                state.computeOnce(List.of(search, by), () -> new OutcomeCounts(analysis, state).table(search, by)));
    }

    @Override
    public void export(Search search, Consumer<LetterHit> each) {
        var export = new ResultExport(analysis, search, each);
        states.read(state -> {
            export.run(state);
            return state.generation();
        });
    }

    @Override
    public Optional<StoredLetter> findLetter(String id, Query query, boolean summary) {
        return states.read(state -> source(state, id).map(source -> {
            var determination = DeterminationDocument.read(source);
            var highlighter = new Highlighter(analysis, query, new Highlighter.Mode(false, summary));
            var matcher = new IssueMatcher(analysis, summary);
            return new StoredLetter(
                    determination,
                    HitReader.time(source, "first"),
                    HitReader.time(source, "changed"),
                    new LetterMarks(highlighter, (part, issue) -> matcher.matches(part, determination, issue))
                            .find(determination));
        }));
    }

    private static Optional<JsonValue> source(IndexState state, String id) {
        return state
                .search(
                        object(
                                "size",
                                1,
                                "track_total_hits",
                                false,
                                "query",
                                object("ids", object("values", List.of(id))),
                                "_source",
                                List.of("whole", "first", "changed")),
                        false)
                .at("hits", "hits")
                .list()
                .stream()
                .map(hit -> hit.at("_source"))
                .findFirst();
    }

    @Override
    public List<SimilarIssue> findSimilar(String id, int issue, int limit) {
        return states.read(state -> source(state, id)
                .map(DeterminationDocument::read)
                .map(Determination::issues)
                .filter(issues -> issue >= 1 && issue <= issues.size())
                .map(issues ->
                        new SimilarSearch(analysis, state, dictionary(state)).find(id, issues.get(issue - 1), limit))
                .orElse(List.of()));
    }

    @Override
    public List<SharedRationale> findSharedRationales(Determination determination) {
        return states.read(state -> new SharedRationaleFinder(
                        analysis.tokenizer(), digests -> SharedSentences.determinations(state, digests))
                .find(determination));
    }

    private ClusterDictionary dictionary(IndexState state) {
        var everything = Search.of(new Query.Everything());
        var plan = new SearchPlan(analysis, state, everything);
        return new ClusterDictionary(state, counts(state, plan, everything).facets());
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        return states.read(state -> state.computeOnce(
                        SuggestionFinder.class, () -> new SuggestionFinder(analysis.paths(), dictionary(state)))
                .complete(typed, limit));
    }

    @Override
    public Optional<String> correct(String word) {
        return states.read(state -> new SpellingCorrector(analysis.tokenizer(), dictionary(state)).correct(word));
    }

    @Override
    public List<Listed> listLetters(Optional<String> after, int count) {
        return states.read(state -> {
            var listed = new ArrayList<Listed>();
            var last = after;
            while (listed.size() < count) {
                var part = list(state, last, Math.min(LIGHT_PART, count - listed.size()));
                listed.addAll(part);
                if (part.isEmpty()) {
                    break;
                }
                last = Optional.of(part.getLast().id());
            }
            return listed;
        });
    }

    private static List<Listed> list(IndexState state, Optional<String> after, int count) {
        var body = object(
                "size",
                count,
                "track_total_hits",
                false,
                "sort",
                List.of(object("id", "asc")),
                "_source",
                List.of("id", "changed"));
        after.ifPresent(id -> body.put("search_after", List.of(id)));
        return state.search(body, false).at("hits", "hits").list().stream()
                .map(hit -> hit.at("_source"))
                .map(source -> new Listed(source.at("id").text(), HitReader.time(source, "changed")))
                .toList();
    }

    @Override
    public Overview overview() {
        return states.read(state -> state.computeOnce(Overview.class, () -> overview(state)));
    }

    private Overview overview(IndexState state) {
        var newest = Search.of(new Query.Everything());
        var added = new Search(
                newest.query(),
                false,
                newest.selection(),
                newest.options(),
                Sort.ADDED,
                PageRequest.first(LATEST),
                Optional.empty());
        var plan = new SearchPlan(analysis, state, added);
        var counts = counts(state, plan, added);
        var aggregations = object(
                "first", object("min", object("field", "decided")),
                "last", object("max", object("field", "decided")),
                "fictional", object("filter", term("fictional", true)),
                "finding", object("terms", object("field", "finding", "size", Finding.Kind.values().length)));
        var figures = state.search(object("size", 0, "track_total_hits", false, "aggs", aggregations), false)
                .at("aggregations");
        return new Overview(
                counts.total(),
                new DateRange(day(figures.at("first")), day(figures.at("last"))),
                counts.facets(),
                state.newest().map(Instant::ofEpochMilli),
                figures.at("fictional", "doc_count").number(),
                new ResultCursor(state, plan, added)
                        .next(LATEST, true).stream()
                                .map(OpenSearchEngine::latest)
                                .toList(),
                findings(figures));
    }

    private static Map<Finding.Kind, Long> findings(JsonValue figures) {
        var findings = new EnumMap<Finding.Kind, Long>(Finding.Kind.class);
        for (var bucket : figures.at("finding", "buckets").list()) {
            Stream.of(Finding.Kind.values())
                    .filter(kind -> kind.label().equals(bucket.at("key").text()))
                    .forEach(kind -> findings.put(kind, bucket.at("doc_count").number()));
        }
        return findings;
    }

    private static Optional<LocalDate> day(JsonValue figure) {
        return figure.at("value").isPresent()
                ? Optional.of(LocalDate.ofEpochDay(figure.at("value").number()))
                : Optional.empty();
    }

    private static Overview.Latest latest(Found found) {
        var d = found.determination();
        return new Overview.Latest(
                d.id(),
                d.issues().getFirst().request().value(),
                d.header().dates().decided().map(Located::value),
                HitReader.time(found.source(), "first"));
    }

    @Override
    public Map<String, Long> memory() {
        return Map.of();
    }

    @Override
    public String generation() {
        return states.read(IndexState::generation);
    }

    @Override
    public void close() {
        states.close();
        client.close();
    }
}
