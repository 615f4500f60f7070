package org.precedent.lucene;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.precedent.determination.Determination;
import org.precedent.determination.Origin;
import org.precedent.engine.SharedRationaleFinder;
import org.precedent.engine.SpellingCorrector;
import org.precedent.engine.SuggestionFinder;
import org.precedent.highlight.Highlighter;
import org.precedent.highlight.LetterMarks;
import org.precedent.lucene.facet.FacetCounter;
import org.precedent.lucene.facet.ResultSet;
import org.precedent.lucene.query.ConditionMatcher;
import org.precedent.lucene.query.HitBuilder;
import org.precedent.lucene.query.LetterList;
import org.precedent.lucene.query.LuceneDictionary;
import org.precedent.lucene.query.OutcomeTableBuilder;
import org.precedent.lucene.query.OverviewBuilder;
import org.precedent.lucene.query.PageEntries;
import org.precedent.lucene.query.RelatedIssues;
import org.precedent.lucene.query.SearchExecutor;
import org.precedent.lucene.query.SentenceLetters;
import org.precedent.lucene.query.SimilarIssueFinder;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.lucene.snapshot.IndexSnapshots;
import org.precedent.lucene.snapshot.SearchDeadline;
import org.precedent.lucene.store.IndexDamagedException;
import org.precedent.lucene.store.IndexLock.IndexInUseException;
import org.precedent.lucene.store.IndexOutdatedException;
import org.precedent.lucene.store.StoredCardReader;
import org.precedent.lucene.store.StoredLetterLookup;
import org.precedent.search.LetterHit;
import org.precedent.search.OutcomeTable;
import org.precedent.search.Overview;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchEngine.Suggestion;
import org.precedent.search.SearchPage;
import org.precedent.search.SharedRationale;
import org.precedent.search.SimilarIssue;
import org.precedent.search.StoredLetter;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.Total;
import org.precedent.search.query.Query;
import org.precedent.vocabulary.Vocabularies;

/**
 * The embedded engine. Read-only, so that it serves while any process writes; it notices commits and rebuilt generations
 * within half a second. A folder without an index is served as an empty index; an index with missing files is refused.
 */
public final class LuceneEngine implements SearchEngine {
    private final IndexSchema schema;
    private final Path folder;
    private final IndexSnapshots views;

    private LuceneEngine(Path folder, IndexSchema schema) {
        this.schema = schema;
        this.folder = folder;
        this.views = new IndexSnapshots(folder, schema);
    }

    /**
     * Opens the index of a folder for searching.
     *
     * @param folder contains the index's generations; need not exist
     * @param vocabularies synonyms and facet trees
     * @throws IndexOutdatedException when the index must be rebuilt first
     * @throws IndexDamagedException when files of the index are damaged or missing
     */
    public static LuceneEngine open(Path folder, Vocabularies vocabularies) {
        return new LuceneEngine(folder, IndexSchema.of(vocabularies));
    }

    /**
     * Opens a writer whose commits are immediately visible to searches of this engine.
     *
     * @param clock source of ingestion times
     * @throws IndexInUseException when another process holds the write lock
     */
    public LuceneWriter writer(InstantSource clock) {
        return LuceneWriter.open(folder, schema, clock, this::refresh);
    }

    /**
     * Opens a writer that uses the system clock; its commits are immediately visible to searches of this engine.
     *
     * @throws IndexInUseException when another process holds the write lock
     */
    public LuceneWriter writer() {
        return writer(InstantSource.system());
    }

    /**
     * Returns the origin (source file) of a determination; empty for an unknown id.
     */
    public Optional<Origin> origin(String id) {
        return findLetter(id, new Query.Everything()).map(l -> l.determination().origin());
    }

    /**
     * Checks for a newer commit or generation now instead of waiting for the next periodic check.
     */
    public void refresh() {
        views.refresh();
    }

    @Override
    public SearchPage search(Search search) {
        return reading(view -> {
            var deadline = SearchDeadline.after(SearchDeadline.LIMIT);
            var result = new SearchExecutor(schema, view, search, deadline).run();
            var total = result.hits().total();
            try (var counts = view.startIfIdle(() -> counts(view, search, result, deadline), total.issues())) {
                var builder = pages(view, search);
                var entries = hits(new PageEntries(view, result, search).page(), builder, deadline);
                var related = hits(new RelatedIssues(schema, view, search).find(result), builder, deadline);
                return new SearchPage(total, result.words(), counts.get(), entries, related, view.name());
            }
        });
    }

    private Map<Facet, List<FacetCount>> counts(
            IndexSnapshot view, Search search, ResultSet result, SearchDeadline deadline) {
        return view.queryCache()
                .counts(search, () -> new FacetCounter(schema.paths(), deadline).count(search.countedFacets(), result));
    }

    private static List<LetterHit> hits(List<PageEntries.Entry> entries, HitBuilder builder, SearchDeadline deadline) {
        var hits = new ArrayList<LetterHit>();
        for (var entry : entries) {
            deadline.check();
            hits.add(builder.build(entry));
        }
        return hits;
    }

    private HitBuilder pages(IndexSnapshot view, Search search) {
        boolean summary = search.options().summary();
        var marker = new Highlighter(schema.analysis(), search.query(), new Highlighter.Mode(search.plain(), summary));
        return new HitBuilder(schema, view, marker, new ConditionMatcher(schema, view, summary));
    }

    @Override
    public Total count(Search search) {
        return reading(view -> view.queryCache()
                .total(
                        search,
                        () -> new SearchExecutor(schema, view, search)
                                .run()
                                .hits()
                                .total()));
    }

    @Override
    public OutcomeTable countOutcomes(Search search, List<Dimension> by) {
        return reading(view -> new OutcomeTableBuilder(schema, view).build(search, by));
    }

    @Override
    public void export(Search search, Consumer<LetterHit> each) {
        reading(view -> {
            var result = new SearchExecutor(schema, view, search).run();
            var builder = pages(view, search);
            new PageEntries(view, result, search).forEach(entry -> each.accept(builder.build(entry)));
            return result.words();
        });
    }

    @Override
    public List<Listed> listLetters(Optional<String> after, int count) {
        return reading(view -> LetterList.list(view, after, count));
    }

    @Override
    public Optional<StoredLetter> findLetter(String id, Query query, boolean summary) {
        return reading(view -> StoredLetterLookup.findById(view.reader(), id).map(at -> {
            var cards = new StoredCardReader(view.reader());
            var card = cards.letter(at.segment(), at.doc());
            var letter = cards.determination(at.segment(), at.doc());
            var marker = new Highlighter(schema.analysis(), query, new Highlighter.Mode(false, summary));
            var conditions = new ConditionMatcher(schema, view, summary);
            return new StoredLetter(
                    letter,
                    card.ingested().firstSeen(),
                    card.ingested().lastChanged(),
                    marks(view, at, letter, marker, conditions));
        }));
    }

    private List<StoredLetter.Mark> marks(
            IndexSnapshot view,
            StoredLetterLookup.At at,
            Determination letter,
            Highlighter marker,
            ConditionMatcher conditions) {
        int first = view.segments().get(at.segment()).firstOf(at.doc());
        return new LetterMarks(
                        marker, (part, issue) -> conditions.matches(part, at.segment(), first + issue.number() - 1))
                .find(letter);
    }

    @Override
    public List<SimilarIssue> findSimilar(String id, int issue, int limit) {
        return reading(view -> SimilarIssueFinder.find(schema, view, id, issue, limit));
    }

    @Override
    public List<SharedRationale> findSharedRationales(Determination determination) {
        return reading(
                view -> new SharedRationaleFinder(schema.words(), new SentenceLetters(view)::find).find(determination));
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        return reading(view -> view.computeOnce(
                        SuggestionFinder.class.getSimpleName(),
                        () -> new SuggestionFinder(schema.paths(), new LuceneDictionary(schema, view)))
                .complete(typed, limit));
    }

    @Override
    public Optional<String> correct(String word) {
        return reading(view -> new SpellingCorrector(schema.words(), new LuceneDictionary(schema, view)).correct(word));
    }

    @Override
    public Overview overview() {
        return reading(view -> new OverviewBuilder(schema, view).build());
    }

    @Override
    public List<String> problems() {
        views.acquire().close();
        return views.problem().stream().toList();
    }

    @Override
    public Map<String, Long> memory() {
        return reading(IndexSnapshot::memory);
    }

    @Override
    public String generation() {
        return reading(IndexSnapshot::name);
    }

    private <T> T reading(Function<IndexSnapshot, T> work) {
        try (var view = views.acquire()) {
            return work.apply(view);
        }
    }

    /**
     * Returns the number of entries held in memory by kind: segment columns and cached results.
     */
    public Map<String, Long> caches() {
        return views.caches();
    }

    @Override
    public void close() {
        views.close();
    }
}
