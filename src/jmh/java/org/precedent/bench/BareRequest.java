package org.precedent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.Selection;
import org.precedent.vocabulary.Vocabularies;

/**
 * The lower bound for a whole request: everything a page of results needs, computed in process by plain Lucene on the product's index.
 * That is the top 20 by score with the same clauses, the exact total, the counts of five facets and the year by bit sets (disjunctive
 * where filtered), the stored cards of the 20, and two highlighted sentences of each rationale. No HTTP, no JSON, no query parsing.
 */
final class BareRequest implements AutoCloseable {
    private static final int TOP = 20;
    private static final int COUNTED_EXACTLY = 1_000;
    private static final int CACHED_QUERIES = 1_000;
    private static final long CACHE_BYTES = 64L << 20;

    private final BareLucene index;
    private final IndexSearcher searcher;
    private final BareFacets facets;
    private final List<FixedBitSet> letters = new ArrayList<>();
    private final List<FixedBitSet> issues = new ArrayList<>();
    private final BareSnippets snippets = new BareSnippets();

    /**
     * Opens the engine on an index.
     *
     * @param cached whether Lucene's query cache is on
     */
    BareRequest(BareLucene index, boolean cached) throws IOException {
        this.index = index;
        this.searcher = new IndexSearcher(index.reader());
        searcher.setQueryCache(cached ? new LRUQueryCache(CACHED_QUERIES, CACHE_BYTES) : null);
        searcher.setQueryCachingPolicy(new UsageTrackingQueryCachingPolicy());
        this.facets = new BareFacets(index.reader(), new FacetPaths(Vocabularies.bundled()));
        for (var leaf : index.reader().leaves()) {
            var ends = SegmentColumns.letters(leaf.reader());
            var own = new FixedBitSet(leaf.reader().maxDoc());
            own.set(0, own.length());
            own.andNot(ends);
            letters.add(ends);
            issues.add(own);
        }
    }

    /** A checksum of the answer, so that the JIT compiler cannot optimize the work away. */
    long answer(BenchQuery asked) {
        try {
            var text = index.query(asked, leaf -> letters.get(leaf.ord));
            var selection = asked.request().selection();
            long sum = count(text, selection);
            var cards = new StoredCardReader(index.reader());
            for (var hit : best(text, selection)) {
                sum += read(cards, hit, index.wanted(asked)).length();
            }
            return sum;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ScoreDoc[] best(Query text, Selection selection) throws IOException {
        var query = new BooleanQuery.Builder().add(text, Occur.MUST);
        query.add(new SegmentBits(issues), Occur.FILTER);
        selection.chosen().keySet().forEach(f -> query.add(new SegmentBits(chosen(f, selection)), Occur.FILTER));
        return searcher.search(query.build(), new TopScoreDocCollectorManager(TOP, null, COUNTED_EXACTLY)).scoreDocs;
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

    /** The sum of the total and all counts. */
    private long count(Query text, Selection selection) throws IOException {
        var weight =
                searcher.createWeight(searcher.rewrite(new ConstantScoreQuery(text)), ScoreMode.COMPLETE_NO_SCORES, 1);
        long sum = 0;
        for (var leaf : index.reader().leaves()) {
            var words = new FixedBitSet(leaf.reader().maxDoc());
            var scorer = weight.scorer(leaf);
            if (scorer != null) {
                words.or(scorer.iterator());
            }
            words.and(issues.get(leaf.ord));
            var hits = among(words, leaf, selection);
            sum += hits.cardinality();
            sum += facets.count(
                    leaf.ord,
                    facet ->
                            selection.chosenIn(facet).isEmpty() ? hits : among(words, leaf, without(facet, selection)));
        }
        return sum;
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

    private String read(StoredCardReader cards, ScoreDoc hit, Predicate<CharSequence> filter) {
        int segment = ReaderUtil.subIndex(hit.doc, index.reader().leaves());
        int doc = hit.doc - index.reader().leaves().get(segment).docBase;
        var ends = letters.get(segment);
        int letter = ends.nextSetBit(doc);
        int first = letter == 0 ? 0 : ends.prevSetBit(letter - 1) + 1;
        var card = cards.cards(segment, letter).issue(doc - first);
        return card.request() + snippets.cut(card.rationale().orElse(""), filter);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
