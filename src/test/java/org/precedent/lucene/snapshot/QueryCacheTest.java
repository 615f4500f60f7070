package org.precedent.lucene.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.determination.Span;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.search.Match;
import org.precedent.search.Scope;
import org.precedent.search.Search;
import org.precedent.search.Sort;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.facet.Total;
import org.precedent.search.query.Query;
import org.precedent.vocabulary.Vocabularies;

class QueryCacheTest {
    private static final int DOCUMENTS = 1 << 16;
    private static final int ROOM = 20 * DOCUMENTS / Byte.SIZE;

    @TempDir
    private Path folder;

    @Test
    void asksForAPartOnce() {
        try (var views = new IndexSnapshots(folder, IndexSchema.of(Vocabularies.bundled()))) {
            var view = views.acquire();
            var known = new QueryCache(ROOM);
            var first = known.issues(word("neck"), () -> hits(view, 3, 64, DOCUMENTS - 1));
            var again = known.issues(word("neck"), () -> {
                throw new AssertionError("worked out again");
            });
            assertEquals(first.bits(), again.bits());
            known.issues(word("knee"), () -> hits(view));
            assertEquals(2, known.size());
            view.close();
        }
    }

    @Test
    void storesSmallSetsCompactly() {
        try (var views = new IndexSnapshots(folder, IndexSchema.of(Vocabularies.bundled()))) {
            var view = views.acquire();
            var few = new QueryCache(ROOM);
            few.issues(word("neck"), () -> hits(view, 3, 64, DOCUMENTS - 1));
            assertTrue(few.bytes() < DOCUMENTS / Byte.SIZE / 4, () -> few.bytes() + " bytes");
            var many = new QueryCache(ROOM);
            var every =
                    IntStream.range(0, DOCUMENTS).filter(doc -> doc % 3 == 0).toArray();
            var kept = many.issues(word("neck"), () -> hits(view, every));
            assertTrue(many.bytes() >= DOCUMENTS / Byte.SIZE, () -> many.bytes() + " bytes");
            assertEquals(
                    kept.bits(), many.issues(word("neck"), () -> hits(view)).bits());
            view.close();
        }
    }

    @Test
    void keepsTotalsOverPagesAndOrdersButNotOverChoices() {
        var known = new QueryCache(ROOM);
        var search = Search.of(word("neck"));
        var five = new Total(5, 4);
        assertEquals(five, known.total(search, () -> five));
        assertEquals(five, known.total(search.with(search.paging().withNumber(3)), () -> new Total(1, 1)));
        var chosen = search.with(Selection.NONE.with(new FacetValue(Facet.DECISION, "Upheld")));
        assertEquals(new Total(2, 2), known.total(chosen, () -> new Total(2, 2)));
        assertEquals(Map.of(), known.counts(search, Map::of));
    }

    @Test
    void evictsInsteadOfGrowing() {
        try (var views = new IndexSnapshots(folder, IndexSchema.of(Vocabularies.bundled()))) {
            var view = views.acquire();
            var known = new QueryCache(ROOM);
            for (int i = 0; i < 1_000; i++) {
                known.issues(word("w" + i), () -> hits(view));
            }
            assertTrue(known.bytes() <= ROOM, () -> known.bytes() + " bytes");
            assertTrue(known.size() > 10, () -> known.size() + " answers");
            view.close();
        }
    }

    @Test
    void keepsCountsOverPagesAndOrdersButNotOverChoices() {
        var known = new QueryCache(ROOM);
        var search = Search.of(word("neck"));
        var asked = new ArrayList<String>();
        counts(known, asked, search);
        counts(known, asked, search.with(search.paging().withNumber(3)));
        counts(known, asked, search.with(search.paging().startingAfter("some letter")));
        counts(known, asked, like(search, search.plain(), Sort.OLDEST));
        assertEquals(1, asked.size());
        counts(known, asked, search.with(search.options().with(Scope.LETTER)));
        counts(known, asked, search.with(Selection.NONE.with(new FacetValue(Facet.DECISION, "Upheld"))));
        counts(known, asked, Search.of(word("knee")));
        counts(known, asked, like(search, !search.plain(), search.sort()));
        counts(known, asked, search.with(search.options().with(Optional.of(Match.MOST))));
        counts(known, asked, search.with(search.options().withSummary(true)));
        counts(known, asked, search.with(new Search.Since(Search.Since.Kind.NEW, Instant.EPOCH)));
        counts(known, asked, search.with(new Search.Since(Search.Since.Kind.CHANGED, Instant.EPOCH)));
        assertEquals(9, asked.size());
    }

    @Test
    void forgetsEmptyAnswersAndLongQuestionsToo() {
        var known = new QueryCache(ROOM);
        for (int i = 0; i < 10_000; i++) {
            known.counts(Search.of(word("x".repeat(1_000) + i)), Map::of);
        }
        assertTrue(known.bytes() <= ROOM, () -> known.bytes() + " bytes");
        assertTrue(known.size() < ROOM / 1_000, () -> known.size() + " answers");
    }

    private static Search like(Search search, boolean plain, Sort sort) {
        return new Search(
                search.query(), plain, search.selection(), search.options(), sort, search.paging(), search.since());
    }

    private static void counts(QueryCache known, List<String> asked, Search search) {
        known.counts(search, () -> {
            asked.add(search.toString());
            return Map.of(
                    Facet.REGION,
                    List.of(new FacetCount("Neck", List.of("Neck"), new Total(asked.size(), asked.size()))));
        });
    }

    private static Query word(String text) {
        return new Query.Word(text, new Span(0, text.length()));
    }

    private static IssueSet hits(IndexSnapshot view, int... docs) {
        var bits = new FixedBitSet(DOCUMENTS);
        IntStream.of(docs).forEach(bits::set);
        return new IssueSet(view, List.of(bits));
    }
}
