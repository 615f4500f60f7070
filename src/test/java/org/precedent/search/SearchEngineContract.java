package org.precedent.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Determination;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.facet.Total;
import org.precedent.search.query.Query;
import org.precedent.search.query.QueryNormalizer;
import org.precedent.search.query.QueryPrinter;
import org.precedent.search.query.QueryTraits;
import org.precedent.vocabulary.Vocabularies;

/**
 * Tests that every engine must pass. Implementations provide only the way to fill an engine.
 */
public interface SearchEngineContract {
    Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    Instant SECOND = Instant.parse("2026-02-01T00:00:00Z");
    Instant THIRD = Instant.parse("2026-03-01T00:00:00Z");

    /**
     * Creates an engine that has ingested these batches, each committed at its own time.
     */
    SearchEngine holding(List<LetterBatch> batches);

    /**
     * The number of random searches to compare; slow engines may return fewer.
     */
    default int searches() {
        return 100;
    }

    @Test
    default void answersRandomSearchesLikeBruteForce() {
        long seed = 4_610;
        var batches = randomBatches(seed, 60);
        try (var engine = holding(batches);
                var truth = truth(batches)) {
            var comparison = new EngineComparison(truth, engine);
            for (int i = 0; i < searches(); i++) {
                var search = EngineComparison.search(new Random(seed + i), false);
                comparison.check(search, "seed " + (seed + i) + ": " + describe(search));
            }
        }
    }

    @Test
    default void answersPlainWordsLikeBruteForce() {
        long seed = 9_792;
        var batches = randomBatches(seed, 60);
        try (var engine = holding(batches);
                var truth = truth(batches)) {
            var comparison = new EngineComparison(truth, engine);
            for (int i = 0; i < searches(); i++) {
                var search = EngineComparison.search(new Random(seed + i), true);
                comparison.check(search, "seed " + (seed + i) + ": plain " + describe(search));
            }
        }
    }

    @Test
    default void countsWhatAClickFinds() {
        long seed = 303;
        try (var engine = holding(randomBatches(seed, 40))) {
            for (int i = 0; i < searches() / 5; i++) {
                var search = EngineComparison.search(new Random(seed + i), i % 2 == 0);
                var what = "seed " + (seed + i) + ": " + describe(search);
                var page = engine.search(search);
                page.facets()
                        .forEach((facet, counts) -> counts.forEach(c -> {
                            var clicked = only(unsaid(search, page, facet), new FacetValue(facet, c.value()));
                            assertEquals(engine.count(clicked), c.total(), () -> what + ": click on " + c.value());
                        }));
            }
        }
    }

    /** The search without its typed value of this facet, which a click on another value replaces. */
    private static Search unsaid(Search search, SearchPage page, Facet facet) {
        var typed = QueryTraits.choices(search.query(), search.selection()).get(facet);
        return typed == null || page.words().shown() == Match.MOST
                ? search
                : search.with(QueryNormalizer.without(search.query(), typed));
    }

    @Test
    default void countsTheFindingsOfAllDeterminations() {
        var batches = randomBatches(71, 40);
        try (var engine = holding(batches);
                var truth = truth(batches)) {
            var findings = engine.overview().findings();
            assertEquals(truth.overview().findings(), findings);
            assertTrue(findings.size() > 2, findings.toString());
        }
    }

    @Test
    default void tabulatesOutcomesLikeBruteForce() {
        long seed = 4_061;
        var batches = randomBatches(seed, 60);
        try (var engine = holding(batches);
                var truth = truth(batches)) {
            for (int i = 0; i < searches(); i++) {
                var random = new Random(seed + i);
                var search = EngineComparison.search(random, i % 3 == 0);
                var by = EngineComparison.dimensions(random);
                var what = "seed " + (seed + i) + ": " + describe(search) + " by " + by;
                assertEquals(truth.countOutcomes(search, by), engine.countOutcomes(search, by), what);
            }
        }
    }

    /** Runs the search linked from each cell, without a decision and with each decision. */
    @Test
    default void everyCellOfOutcomesEqualsItsSearch() {
        long seed = 2_017;
        try (var engine = holding(randomBatches(seed, 40))) {
            for (int i = 0; i < searches() / 5; i++) {
                var random = new Random(seed + i);
                var search = EngineComparison.search(random, i % 2 == 0);
                var by = EngineComparison.dimensions(random);
                EngineComparison.checkCells(
                        engine, search, by, "seed " + (seed + i) + ": " + describe(search) + " by " + by);
            }
        }
    }

    @Test
    default void tabulatesPairsOfValuesOfOneDimension() {
        var batches = randomBatches(67, 12);
        var everything = Search.of(new Query.Everything());
        try (var engine = holding(batches);
                var truth = truth(batches)) {
            for (var dimension : Dimension.values()) {
                var repeated = List.of(dimension, dimension);
                assertEquals(
                        truth.countOutcomes(everything, repeated),
                        engine.countOutcomes(everything, repeated),
                        dimension::name);
            }
            var treatments = List.of(Dimension.TREATMENT, Dimension.TREATMENT);
            EngineComparison.checkCells(engine, everything, treatments, "pairs of treatments");
        }
    }

    @Test
    default void tabulatesAChosenValueAndThoseBelowIt() {
        try (var engine = holding(randomBatches(31, 60))) {
            var spine = Selection.NONE.with(new FacetValue(Facet.REGION, "Spine"));
            var chosen = engine.countOutcomes(Search.of(new Query.Everything()).with(spine), List.of(Dimension.REGION));
            var typed = engine.countOutcomes(
                    Search.of(new Query.Has(new FacetValue(Facet.REGION, "Spine"))), List.of(Dimension.REGION));
            assertEquals(
                    Set.of("Spine", "Cervical spine", "Lumbar spine", "Lumbosacral spine"),
                    Set.copyOf(chosen.cells().stream()
                            .flatMap(c -> c.values().stream())
                            .toList()));
            assertEquals(chosen, typed);
            assertEquals(chosen.total(), chosen.cells().getFirst().counts());
            assertEquals(
                    chosen.total(),
                    engine.countOutcomes(Search.of(new Query.Everything()).with(spine), List.of())
                            .total());
        }
    }

    @Test
    default void holdsAllConstraintsForOneIssue() {
        long seed = 1;
        var batches = randomBatches(seed, 60);
        try (var engine = holding(batches)) {
            var query = new Query.And(List.of(
                    new Query.Has(new FacetValue(Facet.MODALITY, "X-ray")),
                    new Query.Has(new FacetValue(Facet.REGION, "Cervical spine")),
                    new Query.Has(new FacetValue(Facet.DECISION, "Upheld"))));
            var page = engine.search(Search.of(query));
            assertTrue(page.total().issues() > 0);
            page.letters()
                    .forEach(l -> l.issues().forEach(i -> {
                        assertTrue(i.labels().modalities().contains("X-ray"));
                        assertTrue(i.labels().regions().contains("Cervical spine"));
                        assertEquals("Upheld", i.decision().label());
                    }));
            var inLetter = Search.of(query).with(MatchOptions.DEFAULT.with(Scope.LETTER));
            assertTrue(engine.count(inLetter).determinations() > page.total().determinations());
        }
    }

    @Test
    default void findsExactlyWhatCameOrChangedSince() {
        var letters = RandomDeterminations.letters(5, 30);
        var first = letters.subList(0, 25);
        var late = letters.subList(25, 30);
        var changed = RandomDeterminations.changed(first.get(3), "zuletzo");
        var batches = List.of(
                new LetterBatch(FIRST, first),
                new LetterBatch(SECOND, late),
                new LetterBatch(THIRD, List.of(changed, late.get(1))));
        try (var engine = holding(batches)) {
            assertEquals(ids(late), ids(engine, since(Search.Since.Kind.NEW, FIRST)));
            assertEquals(Set.of(changed.id()), ids(engine, since(Search.Since.Kind.CHANGED, FIRST)));
            assertEquals(Set.of(), ids(engine, since(Search.Since.Kind.NEW, SECOND)));
            assertEquals(Set.of(), ids(engine, since(Search.Since.Kind.CHANGED, THIRD)));
            var word = new Query.Word("zuletzo", new org.precedent.determination.Span(0, 7));
            assertEquals(Set.of(changed.id()), ids(engine, Search.of(word)));
            assertEquals(30, engine.overview().total().determinations());
        }
    }

    @Test
    default void findsALetterByItsCaseNumberAlone() {
        var letters = RandomDeterminations.letters(7, 20);
        try (var engine = holding(List.of(new LetterBatch(FIRST, letters)))) {
            for (var letter : letters) {
                letter.header()
                        .caseNumber()
                        .ifPresent(number -> assertEquals(
                                Set.of(letter.id()), ids(engine, Search.of(new Query.CaseIs(number.value())))));
                assertEquals(
                        Optional.of(letter),
                        engine.findLetter(letter.id(), new Query.Everything()).map(StoredLetter::determination));
            }
            assertEquals(Optional.empty(), engine.findLetter("CM99-9999999", new Query.Everything()));
        }
    }

    @Test
    default void showsEveryIssueOfALongLetter() {
        var letters = RandomDeterminations.letters(11, 80);
        var longest = letters.stream()
                .max(java.util.Comparator.comparingInt(l -> l.issues().size()))
                .orElseThrow();
        assertTrue(longest.issues().size() > 20);
        try (var engine = holding(List.of(new LetterBatch(FIRST, letters)))) {
            var all = new ArrayList<LetterHit>();
            engine.export(Search.of(new Query.Everything()), all::add);
            var hit = all.stream().filter(h -> h.id().equals(longest.id())).findFirst();
            assertEquals(
                    longest.issues().size(), hit.map(h -> h.issues().size()).orElse(0));
        }
    }

    @Test
    default void findsRationalesSharedWithOneOtherDetermination() {
        var letters = new ArrayList<>(RandomDeterminations.letters(23, 12));
        var first = letters.get(0);
        var text = "The worker fell from a ladder in March and hurt the left hand while reaching for a rail. "
                + "The hand was cast for six weeks and the films of May show a healed fracture of the small finger. "
                + "There is no note on the grip of the hand since then and nobody has measured its motion. ";
        var boilerplate =
                "The guideline asks for a trial of exercise before any device is handed out for use at home. ";
        letters.set(0, RandomDeterminations.reasoned(first, text + boilerplate));
        letters.set(
                1, RandomDeterminations.reasoned(letters.get(1), text + boilerplate + "This is for the other hand."));
        letters.set(
                2, RandomDeterminations.reasoned(letters.get(2), boilerplate + "He tried no exercise at all so far."));
        for (int i = 3; i < 8; i++) {
            letters.set(i, RandomDeterminations.reasoned(letters.get(i), boilerplate));
        }
        var batches = List.of(new LetterBatch(FIRST, letters.subList(0, 6)), new LetterBatch(SECOND, letters));
        try (var engine = holding(batches);
                var truth = truth(batches)) {
            int found = 0;
            for (var letter : letters) {
                var shared = engine.findSharedRationales(letter);
                assertEquals(truth.findSharedRationales(letter), shared, letter.id());
                found += shared.isEmpty() ? 0 : 1;
            }
            assertEquals(2, found);
            var one = engine.findSharedRationales(letters.getFirst()).getFirst();
            assertEquals(letters.get(1).id(), one.other());
            assertEquals(3, one.comparedSentences());
            assertEquals(text.strip().split("[.]").length, one.sentences().size());
        }
    }

    @Test
    default void pageAfterADeterminationOutsideTheResultIsRefused() {
        var letters = RandomDeterminations.letters(11, 6);
        try (var engine = holding(List.of(new LetterBatch(FIRST, letters)))) {
            var all = engine.search(Search.of(new Query.Everything()));
            var last = all.letters().getLast().id();
            var everything = Search.of(new Query.Everything());
            var behindLast = everything.with(everything.paging().startingAfter(last));
            assertEquals(List.of(), engine.search(behindLast).letters());
            var unknown = everything.with(everything.paging().startingAfter("nobody"));
            assertThrows(SearchEngine.NotInResult.class, () -> engine.search(unknown));
            var elsewhere = behindLast.with(new Search.Since(Search.Since.Kind.NEW, THIRD));
            assertThrows(SearchEngine.NotInResult.class, () -> engine.search(elsewhere));
        }
    }

    @Test
    default void listsEveryLetterOnceInOrderOfIds() {
        var letters = RandomDeterminations.letters(17, 23);
        var batches = List.of(new LetterBatch(FIRST, letters.subList(0, 15)), new LetterBatch(SECOND, letters));
        try (var engine = holding(batches)) {
            var listed = new ArrayList<SearchEngine.Listed>();
            for (var part = engine.listLetters(Optional.empty(), 5); !part.isEmpty(); ) {
                assertTrue(part.size() <= 5);
                listed.addAll(part);
                part = engine.listLetters(Optional.of(part.getLast().id()), 5);
            }
            assertEquals(
                    letters.stream().map(Determination::id).sorted().toList(),
                    listed.stream().map(SearchEngine.Listed::id).toList());
            var second = listed.get(1).id();
            assertEquals(
                    second,
                    engine.listLetters(Optional.of(listed.get(0).id() + "!"), 1)
                            .getFirst()
                            .id());
            assertEquals(List.of(), engine.listLetters(Optional.of("\uffff"), 5));
        }
    }

    @Test
    default void answersAnEmptyIndex() {
        try (var engine = holding(List.of())) {
            var page = engine.search(Search.of(new Query.Everything()));
            assertEquals(Total.ZERO, page.total());
            assertEquals(List.of(), page.letters());
            assertEquals(Set.copyOf(Facet.counted(Set.of())), page.facets().keySet());
            assertEquals(Total.ZERO, engine.overview().total());
            var table =
                    engine.countOutcomes(Search.of(new Query.Everything()), List.of(Dimension.REGION, Dimension.MONTH));
            assertEquals(OutcomeTable.Counts.ZERO, table.total());
            assertEquals(List.of(), table.cells());
        }
    }

    @Test
    default void namesAnotherGenerationWhenTheContentDiffers() {
        var letters = RandomDeterminations.letters(13, 4);
        try (var one = holding(List.of(new LetterBatch(FIRST, letters)));
                var two = holding(List.of(
                        new LetterBatch(FIRST, letters),
                        new LetterBatch(SECOND, RandomDeterminations.letters(14, 9))))) {
            assertFalse(one.generation().isEmpty());
            assertFalse(one.generation().equals(two.generation()));
        }
    }

    /**
     * The reference engine with these batches.
     */
    static SearchEngine truth(List<LetterBatch> batches) {
        return new BruteForceEngine(batches, new FacetPaths(Vocabularies.bundled()));
    }

    private static List<LetterBatch> randomBatches(long seed, int count) {
        var letters = RandomDeterminations.letters(seed, count);
        var again = List.of(
                RandomDeterminations.changed(letters.get(1), "Kermo"),
                RandomDeterminations.changed(letters.get(5), "zuletzo"));
        return List.of(
                new LetterBatch(FIRST, letters.subList(0, count / 2)),
                new LetterBatch(SECOND, letters.subList(count / 2, count)),
                new LetterBatch(THIRD, again));
    }

    private static Search since(Search.Since.Kind kind, Instant after) {
        return Search.of(new Query.Everything()).with(new Search.Since(kind, after));
    }

    private static Search only(Search search, FacetValue value) {
        var chosen = new java.util.EnumMap<Facet, Set<String>>(Facet.class);
        chosen.putAll(search.selection().chosen());
        chosen.put(value.facet(), Set.of(value.value()));
        var selection = new Selection(
                Map.copyOf(chosen),
                search.selection().excluded(),
                search.selection().decided());
        return search.with(selection);
    }

    private static Set<String> ids(List<Determination> letters) {
        return Set.copyOf(letters.stream().map(Determination::id).toList());
    }

    private static Set<String> ids(SearchEngine engine, Search search) {
        var ids = new ArrayList<String>();
        engine.export(search, h -> ids.add(h.id()));
        return Set.copyOf(ids);
    }

    private static String describe(Search search) {
        return QueryPrinter.print(search.query()) + " " + search.selection() + " " + search.options() + " "
                + search.sort();
    }
}
