package org.precedent.lucene.query;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.lucene.index.Terms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.lucene.LuceneEngine;
import org.precedent.lucene.LuceneWriter;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.IndexSnapshots;
import org.precedent.lucene.snapshot.SearchDeadline;
import org.precedent.search.LetterBuilder;
import org.precedent.search.SearchEngine.TooCostly;
import org.precedent.search.interpret.Interpretation;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;

/**
 * The cost of queries in steps: positions, documents, and terms read. Each operand of a proximity query reads the positions of an index
 * a few times at most, however operands are chained and nested. {@code -Dseed=N} repeats the search for expensive queries, {@code
 * -Drounds=N} sets its length.
 */
class QueryStepsTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("rounds", 400);
    private static final int LETTERS = 20;
    private static final int MOST_OPERANDS = 40;
    /** More than 1, because a word is read in all its forms and synonyms, and its documents are read along with its positions. */
    private static final double MOST = 4;

    private static final List<String> OPERANDS = List.of(
            "pain", "the", "patient", "con*", "the*", "pat*", "\"the pain\"", "\"of the\"", "knee", "x-ray", "spi*");
    private static final List<String> CONNECTORS = List.of(
            " w/5 ", " w/50 ", " w/1 ", " pre/5 ", " pre/50 ", " /s ", " /p ", " OR ", " not w/5 ", " AND ", " NOT ");

    @TempDir
    private Path folder;

    private LuceneEngine engine;
    private SearchService service;
    private IndexSnapshots views;
    private IndexSchema schema;

    @BeforeEach
    void open() {
        var vocabularies = Vocabularies.bundled();
        var random = new Random(1);
        schema = IndexSchema.of(vocabularies);
        try (var writer = LuceneWriter.open(folder, vocabularies, InstantSource.system())) {
            for (int i = 0; i < LETTERS; i++) {
                writer.put(LetterBuilder.letter("letter-" + i)
                        .issue("x-ray of the knee", reasons(random))
                        .make());
            }
            writer.commit();
        }
        engine = LuceneEngine.open(folder, vocabularies);
        service = new SearchService(engine, vocabularies);
        views = new IndexSnapshots(folder, schema);
    }

    @AfterEach
    void close() {
        views.close();
        engine.close();
    }

    private static String reasons(Random random) {
        var words = List.of(
                "the", "the", "pain", "pain", "of", "patient", "knee", "spine", "consider", "contrast", "therapy", ".");
        return random.ints(300, 0, words.size()).mapToObj(words::get).collect(Collectors.joining(" "));
    }

    /** Hill climbing: keeps the query with the most steps per operand, and mutates it further. */
    @Test
    void noQueryFoundBySearchReadsPositionsMoreOften() throws IOException {
        var random = new Random(SEED);
        long positions = positions();
        List<String> best = List.of("the", " w/50 ", "pain");
        double maximum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            var parts = i == 0 ? best : changed(best, random);
            var query = String.join("", parts);
            int operands = (parts.size() + 1) / 2;
            double cost = steps(query) / (double) positions / operands;
            assertTrue(cost <= MOST, () -> "seed " + SEED + ": " + cost + " times each position: " + query);
            if (cost > maximum) {
                maximum = cost;
                best = parts;
            }
        }
        System.out.printf(
                "costliest query found: each operand reads %.2f of all positions: %s%n",
                maximum, String.join("", best));
    }

    @Test
    void aChainTwiceAsLongTakesTwiceTheSteps() {
        for (var connector : CONNECTORS.subList(0, 7)) {
            long once = steps(String.join(connector, java.util.Collections.nCopies(60, "the")));
            long again = steps(String.join(connector, java.util.Collections.nCopies(120, "the")));
            assertTrue(once > 0 && again <= 2.25 * once, connector + ": " + once + " steps, then " + again);
        }
    }

    /** So that a proximity keeps its deadline within one long text. */
    @Test
    void everyPositionReadIsAStep() throws IOException {
        // a third of the words of each text
        assertTrue(steps("the w/50 pain") >= positions() / 4);
    }

    private static List<String> changed(List<String> parts, Random random) {
        var changed = new ArrayList<>(parts);
        int at = random.nextInt((parts.size() + 1) / 2) * 2;
        switch (random.nextInt(4)) {
            case 0 -> changed.set(at, any(OPERANDS, random));
            case 1 -> changed.set(at == 0 ? 1 : at - 1, any(CONNECTORS, random));
            case 2 -> {
                changed.add(any(CONNECTORS, random));
                changed.addAll(parts);
            }
            default -> {
                changed.add(at, any(CONNECTORS, random));
                changed.add(at, any(OPERANDS, random));
            }
        }
        return changed.size() > 2 * MOST_OPERANDS ? changed.subList(0, 2 * MOST_OPERANDS - 1) : changed;
    }

    private static String any(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    /** The steps a query takes; 0 if it is refused, because then nothing is read. */
    private long steps(String query) {
        var deadline = SearchDeadline.after(Duration.ofMinutes(1));
        var view = views.acquire();
        try {
            var read = service.interpret(SearchRequest.of(query));
            if (read instanceof Interpretation.Invalid) {
                return 0;
            }
            var search = assertInstanceOf(Interpretation.Valid.class, read).search();
            new SearchExecutor(schema, view, search, deadline).run();
        } catch (TooCostly e) {
            return 0;
        } finally {
            view.close();
        }
        return deadline.steps();
    }

    private long positions() throws IOException {
        long sum = 0;
        var view = views.acquire();
        try {
            for (var leaf : view.leaves()) {
                for (var field : List.of(IndexField.REQUEST, IndexField.RATIONALE, IndexField.LABEL)) {
                    sum += Terms.getTerms(leaf.reader(), field.key()).getSumTotalTermFreq();
                }
            }
        } finally {
            view.close();
        }
        return sum;
    }
}
