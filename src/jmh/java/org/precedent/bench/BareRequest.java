package org.precedent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.UsageTrackingQueryCachingPolicy;
import org.apache.lucene.util.FixedBitSet;
import org.precedent.lucene.snapshot.SegmentColumns;
import org.precedent.lucene.store.StoredCardReader;
import org.precedent.lucene.store.StoredIssueCard;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.Selection;
import org.precedent.vocabulary.Vocabularies;

/**
 * The lower bound for a whole request: everything a page of results needs, computed in process by plain Lucene on the product's index. In
 * both forms that is the top 20 by score with the same clauses, the exact total, facet counts (disjunctive where filtered), stored cards,
 * and two highlighted sentences of each rationale shown. No HTTP, no JSON, no query parsing, no related issues, no offer to search
 * summaries.
 *
 * <p>In the form {@link AnswerForm#ISSUES} the 20 are issues, and five facets and the year are counted as issues by bit sets. In the form
 * {@link AnswerForm#DETERMINATIONS} it is the answer that the product gives: 20 determinations with all their matching issues, and ten
 * facets counted as issues and as determinations.
 */
final class BareRequest implements AutoCloseable {
    private static final int TOP = 20;
    private static final int COUNTED_EXACTLY = 1_000;

    /** Issues ranked in the first attempt to find 20 determinations. */
    private static final int FIRST_LOOK = 60;

    private static final int CACHED_QUERIES = 1_000;
    private static final long CACHE_BYTES = 64L << 20;

    private final BareLucene index;
    private final IndexSearcher searcher;
    private final AnswerForm form;
    private final BareFacets facets;
    private final BareDeterminationCounts both;
    private final List<FixedBitSet> letters = new ArrayList<>();
    private final List<FixedBitSet> issues = new ArrayList<>();
    private final BareSnippets snippets = new BareSnippets();

    /**
     * Opens the engine on an index.
     *
     * @param form what it answers
     * @param cached whether Lucene's query cache is on
     */
    BareRequest(BareLucene index, AnswerForm form, boolean cached) throws IOException {
        this.index = index;
        this.form = form;
        this.searcher = new IndexSearcher(index.reader());
        searcher.setQueryCache(cached ? new LRUQueryCache(CACHED_QUERIES, CACHE_BYTES) : null);
        searcher.setQueryCachingPolicy(new UsageTrackingQueryCachingPolicy());
        for (var leaf : index.reader().leaves()) {
            var ends = SegmentColumns.letters(leaf.reader());
            var own = new FixedBitSet(leaf.reader().maxDoc());
            own.set(0, own.length());
            own.andNot(ends);
            letters.add(ends);
            issues.add(own);
        }
        var paths = new FacetPaths(Vocabularies.bundled());
        this.facets = new BareFacets(index.reader(), paths);
        this.both = new BareDeterminationCounts(index.reader(), paths, letters);
    }

    /** A checksum of the answer, so that the JIT compiler cannot optimize the work away. */
    long answer(BenchQuery asked) {
        try {
            var text = index.query(asked, leaf -> letters.get(leaf.ord));
            var selection = asked.request().selection();
            return switch (form) {
                case ISSUES -> issues(asked, text, selection);
                case DETERMINATIONS -> determinations(asked, text, selection);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long issues(BenchQuery asked, Query text, Selection selection) throws IOException {
        long sum = count(text, selection, facets::count).sum();
        var stored = new StoredCardReader(index.reader());
        for (var hit : best(text, selection, TOP)) {
            sum += read(stored, hit.doc, index.wanted(asked)).length();
        }
        return sum;
    }

    private long determinations(BenchQuery asked, Query text, Selection selection) throws IOException {
        var counted = count(text, selection, both::count);
        long sum = counted.sum();
        var stored = new StoredCardReader(index.reader());
        for (var letter : bestLetters(text, selection)) {
            sum += read(stored, letter, counted.hits().get(letter.segment()), index.wanted(asked));
        }
        return sum;
    }

    /** The own document of a determination in its segment. */
    private record Letter(int segment, int doc) {}

    private List<Letter> bestLetters(Query text, Selection selection) throws IOException {
        for (int look = FIRST_LOOK; ; look *= 8) {
            var hits = best(text, selection, look);
            var found = Arrays.stream(hits)
                    .map(hit -> letterOf(hit.doc))
                    .distinct()
                    .limit(TOP)
                    .toList();
            if (found.size() == TOP || hits.length < look) {
                return found;
            }
        }
    }

    private Letter letterOf(int issue) {
        int segment = ReaderUtil.subIndex(issue, index.reader().leaves());
        int doc = issue - index.reader().leaves().get(segment).docBase;
        return new Letter(segment, letters.get(segment).nextSetBit(doc));
    }

    private ScoreDoc[] best(Query text, Selection selection, int count) throws IOException {
        var query = new BooleanQuery.Builder().add(text, Occur.MUST);
        query.add(new SegmentBits(issues), Occur.FILTER);
        selection.chosen().keySet().forEach(f -> query.add(new SegmentBits(chosen(f, selection)), Occur.FILTER));
        return searcher.search(query.build(), new TopScoreDocCollectorManager(count, null, COUNTED_EXACTLY)).scoreDocs;
    }

    private List<FixedBitSet> chosen(Facet facet, Selection selection) {
        var bits = new ArrayList<FixedBitSet>();
        for (var leaf : index.reader().leaves()) {
            bits.add(chosen(leaf, facet, selection));
        }
        return bits;
    }

    private FixedBitSet chosen(LeafReaderContext leaf, Facet facet, Selection selection) {
        var any = new FixedBitSet(leaf.reader().maxDoc());
        selection.chosenIn(facet).forEach(v -> any.or(facets.with(leaf.ord, facet, v, any.length())));
        return any;
    }

    /** Counts all values of a segment, each facet among its own hits, and returns the sum. */
    private interface SegmentCounts {
        long count(int segment, Function<Facet, FixedBitSet> hits);
    }

    /**
     * The issues found, one set per segment, and the sum of their number and all facet counts.
     */
    private record Counted(List<FixedBitSet> hits, long sum) {}

    private Counted count(Query text, Selection selection, SegmentCounts counts) throws IOException {
        var weight =
                searcher.createWeight(searcher.rewrite(new ConstantScoreQuery(text)), ScoreMode.COMPLETE_NO_SCORES, 1);
        var found = new ArrayList<FixedBitSet>();
        long sum = 0;
        for (var leaf : index.reader().leaves()) {
            var words = new FixedBitSet(leaf.reader().maxDoc());
            var scorer = weight.scorer(leaf);
            if (scorer != null) {
                words.or(scorer.iterator());
            }
            words.and(issues.get(leaf.ord));
            var hits = among(words, leaf, selection);
            found.add(hits);
            sum += hits.cardinality();
            sum += counts.count(
                    leaf.ord,
                    facet ->
                            selection.chosenIn(facet).isEmpty() ? hits : among(words, leaf, without(facet, selection)));
        }
        return new Counted(found, sum);
    }

    private FixedBitSet among(FixedBitSet words, LeafReaderContext leaf, Selection selection) {
        if (selection.chosen().isEmpty()) {
            return words;
        }
        var hits = words.clone();
        selection.chosen().keySet().forEach(f -> hits.and(chosen(leaf, f, selection)));
        return hits;
    }

    private static Selection without(Facet facet, Selection selection) {
        var left = new java.util.EnumMap<Facet, java.util.Set<String>>(Facet.class);
        selection.chosen().forEach((f, values) -> {
            if (f != facet) {
                left.put(f, new HashSet<>(values));
            }
        });
        return new Selection(left, selection.excluded(), selection.decided());
    }

    private String read(StoredCardReader stored, int issue, Predicate<CharSequence> filter) {
        var letter = letterOf(issue);
        int doc = issue - index.reader().leaves().get(letter.segment()).docBase;
        return read(stored.cards(letter.segment(), letter.doc()).issue(doc - firstOf(letter)), filter);
    }

    /** Reads all issues of a determination that were found. */
    private long read(StoredCardReader stored, Letter letter, FixedBitSet hits, Predicate<CharSequence> filter) {
        var cards = stored.cards(letter.segment(), letter.doc());
        int first = firstOf(letter);
        long sum = 0;
        for (int doc = hits.nextSetBit(first); doc < letter.doc(); doc = hits.nextSetBit(doc + 1)) {
            sum += read(cards.issue(doc - first), filter).length();
        }
        return sum;
    }

    private int firstOf(Letter letter) {
        return letter.doc() == 0 ? 0 : letters.get(letter.segment()).prevSetBit(letter.doc() - 1) + 1;
    }

    private String read(StoredIssueCard card, Predicate<CharSequence> filter) {
        return card.request() + snippets.cut(card.rationale().orElse(""), filter);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
