package org.precedent.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.facet.Total;
import org.precedent.search.query.RandomQueries;

/**
 * Compares two engines that contain the same determinations.
 *
 * @param truth the reference engine
 * @param engine the engine under test
 */
public record EngineComparison(SearchEngine truth, SearchEngine engine) {
    /**
     * A random search with any combination of parts, reproducible by seed.
     */
    public static Search search(Random random, boolean plain) {
        var selection = Selection.NONE;
        for (int n = random.nextInt(3); n > 0; n--) {
            selection = selection.with(RandomQueries.value(random));
        }
        if (random.nextInt(3) == 0) {
            selection = selection.withExclusion(RandomQueries.value(random));
        }
        var query = plain ? RandomQueries.plain(random) : RandomQueries.any(random);
        var match = random.nextInt(3) == 0
                ? Optional.of(random.nextBoolean() ? Match.ALL : Match.MOST)
                : Optional.<Match>empty();
        var sorts = List.of(Sort.values());
        return new Search(
                query,
                plain,
                selection,
                new MatchOptions(random.nextInt(4) == 0 ? Scope.LETTER : Scope.ISSUE, match, random.nextInt(4) == 0),
                sorts.get(random.nextInt(sorts.size())),
                PageRequest.first(1 + random.nextInt(7))
                        .with(random.nextInt(3) == 0 ? Grouping.ISSUE : Grouping.DETERMINATION),
                Optional.empty());
    }

    /**
     * Two different random dimensions, one, or none; reproducible by seed.
     */
    static List<Dimension> dimensions(Random random) {
        var all = new ArrayList<>(List.of(Dimension.values()));
        Collections.shuffle(all, random);
        return all.subList(0, random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(2));
    }

    /**
     * Fails unless the total and all cells of a table equal the counts of the searches they link to.
     */
    static void checkCells(SearchEngine engine, Search search, List<Dimension> by, String what) {
        var table = engine.countOutcomes(search, by);
        var whole = OutcomeSearches.baseSearch(search);
        checkCounts(engine, whole, table.total(), what + ": total");
        var among = OutcomeSearches.tableSearch(whole, by, table.words().shown());
        for (var cell : table.cells()) {
            checkCounts(
                    engine, OutcomeSearches.cellSearch(among, by, cell.values()), cell.counts(), what + ": " + cell);
        }
    }

    private static void checkCounts(SearchEngine engine, Search linked, OutcomeTable.Counts counts, String what) {
        assertEquals(new Total(counts.issues(), counts.determinations()), engine.count(linked), what);
        assertEquals(counts.overturned(), decided(engine, linked, "Overturned"), what);
        assertEquals(counts.partlyOverturned(), decided(engine, linked, "Partly overturned"), what);
        assertEquals(counts.upheld(), decided(engine, linked, "Upheld"), what);
    }

    private static long decided(SearchEngine engine, Search linked, String decision) {
        var chosen = linked.selection().with(new FacetValue(Facet.DECISION, decision));
        return engine.count(linked.with(chosen)).issues();
    }

    /**
     * Fails unless both engines give the same answer.
     *
     * @param what description of the search for failure messages, including the seed
     */
    public void check(Search search, String what) {
        var right = truth.search(search);
        var page = engine.search(search);
        assertEquals(right.total(), page.total(), () -> what + ": total");
        assertEquals(right.total(), engine.count(search), () -> what + ": count");
        assertEquals(right.words(), page.words(), () -> what + ": words");
        for (var facet : Facet.values()) {
            assertEquals(right.facets().get(facet), page.facets().get(facet), () -> what + ": counts of " + facet);
        }
        checkPages(search, what);
    }

    private void checkPages(Search search, String what) {
        var right = pages(truth, search);
        var found = pages(engine, search);
        var ids = found.stream().map(h -> place(search, h)).toList();
        assertEquals(new HashSet<>(ids).size(), ids.size(), () -> what + ": an entry comes twice");
        if (search.sort() == Sort.RELEVANCE) {
            assertEquals(unordered(right, right), unordered(found, right), () -> what + ": letters");
        } else {
            assertEquals(
                    right.stream().map(EngineComparison::found).toList(),
                    found.stream().map(EngineComparison::found).toList(),
                    () -> what + ": letters in order");
        }
        if (search.paging().size() > 4) { // smaller pages would be too many to fetch
            assertEquals(ids, placesOneAfterTheOther(search), () -> what + ": pages one behind the other");
        }
        var exported = new ArrayList<LetterHit>();
        engine.export(search, exported::add);
        assertEquals(ids, exported.stream().map(h -> place(search, h)).toList(), () -> what + ": export");
        exported.forEach(h -> assertEquals(0, h.hiddenIssues(), () -> what + ": an export folds nothing"));
        found.forEach(h -> checkSnippets(h, what));
    }

    /** The key of an entry, after which the next page starts. */
    static String place(Search search, LetterHit hit) {
        return search.paging().grouping() == Grouping.ISSUE
                ? PageRequest.issueKey(hit.id(), hit.issues().getFirst().number())
                : hit.id();
    }

    /**
     * For comparison when sorted by relevance: which issues of a determination are shown and which are folded is up to the engine. Those
     * shown must match, and shown and folded ones together must be as many as match.
     */
    private static List<String> unordered(List<LetterHit> hits, List<LetterHit> right) {
        return hits.stream()
                .map(hit -> {
                    var matching = right.stream()
                            .filter(r -> r.id().equals(hit.id()))
                            .flatMap(r -> r.issues().stream())
                            .map(EngineComparison::found)
                            .toList();
                    var others = hit.issues().stream()
                            .map(EngineComparison::found)
                            .filter(i -> !matching.contains(i))
                            .toList();
                    int count = hit.issues().size() + hit.hiddenIssues();
                    return found(hit, Stream.of()) + " " + count + " issues, not matching: " + others;
                })
                .sorted()
                .toList();
    }

    /** The properties of a result entry that must agree. */
    private static String found(LetterHit hit) {
        return found(hit, hit.issues().stream());
    }

    private static String found(LetterHit hit, Stream<IssueHit> issues) {
        return String.join(
                " ",
                hit.id(),
                hit.facts().caseNumber().toString(),
                hit.facts().decided().toString(),
                hit.facts().outcome().label(),
                Integer.toString(hit.facts().issueCount()),
                hit.facts().specialties().toString(),
                hit.ingested().firstSeen().toString(),
                hit.ingested().lastChanged().toString(),
                issues.map(EngineComparison::found).toList().toString());
    }

    private static String found(IssueHit issue) {
        return issue.number() + " " + issue.request().text() + " " + issue.decision()
                + issue.labels().modalities()
                + issue.labels().regions() + issue.labels().treatment()
                + issue.guidelines().stream().map(g -> g.label()).toList()
                + issue.reasons();
    }

    private static void checkSnippets(LetterHit hit, String what) {
        for (var issue : hit.issues()) {
            assertTrue(issue.snippets().size() <= 3, () -> what + ": too many snippets");
            for (var snippet : issue.snippets()) {
                assertTrue(!snippet.text().isBlank(), () -> what + ": empty snippet");
            }
        }
    }

    private static List<LetterHit> pages(SearchEngine engine, Search search) {
        var all = new ArrayList<LetterHit>();
        for (int page = 1; ; page++) {
            var letters =
                    engine.search(search.with(search.paging().withNumber(page))).letters();
            if (letters.isEmpty()) {
                return all;
            }
            all.addAll(letters);
        }
    }

    private List<String> placesOneAfterTheOther(Search search) {
        var ids = new ArrayList<String>();
        for (var page = engine.search(search).letters(); !page.isEmpty(); ) {
            page.forEach(h -> ids.add(place(search, h)));
            page = engine.search(search.with(search.paging().startingAfter(ids.getLast())))
                    .letters();
        }
        return ids;
    }
}
