package org.precedent.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.document.DocumentOptions;
import org.precedent.document.reader.DocumentReader;
import org.precedent.ingest.Ingest;
import org.precedent.ingest.IngestListener;
import org.precedent.ingest.IngestOptions;
import org.precedent.ingest.LetterReader;
import org.precedent.lucene.RelevanceMeasure.Figures;
import org.precedent.parse.LetterParser;
import org.precedent.search.interpret.SearchService;
import org.precedent.vocabulary.Vocabularies;

/**
 * Ranks the judged queries over the real letters next to the checkout and the samples. Prints the means; the metrics of each query are
 * recorded in {@code figures.tsv}, so that a change of the ranking shows which queries get better or worse.
 */
class RelevanceTest {
    static final Path REAL = Path.of("..", "shared", "determinations");

    @TempDir
    private Path folder;

    @Test
    void ranksJudgedQueriesAsRecorded() throws IOException {
        if (!Files.isDirectory(REAL)) {
            assertNotEquals("true", System.getenv("CI"), "the real letters are missing: " + REAL);
            return;
        }
        var vocabularies = Vocabularies.bundled();
        try (var engine = LuceneEngine.open(folder, vocabularies)) {
            ingest(engine, vocabularies);
            var figures = new RelevanceMeasure().measure(new SearchService(engine, vocabularies));
            var rows = figures.stream().map(RelevanceMeasure::row).toList();
            var actual = Path.of("target", "relevance-figures.tsv");
            Files.write(actual, rows);
            for (var half : List.of("steer", "unread")) {
                System.out.printf(
                        Locale.ROOT,
                        "everyday words, %s: nDCG@10 %.3f%n",
                        half,
                        new RelevanceMeasure().paraphrased(new SearchService(engine, vocabularies), half));
            }
            print(figures, "filter");
            print(figures, "need");
            System.out.printf(
                    Locale.ROOT,
                    "need: recall@20 of grades 2 and 3 %.3f%n",
                    new RelevanceMeasure().relevantRecall(new SearchService(engine, vocabularies), "need"));
            assertEquals(
                    String.join("\n", RelevanceMeasure.recorded()),
                    String.join("\n", rows),
                    "the ranking changed; if for the better, put " + actual + " in the place of figures.tsv");
        }
    }

    static void ingest(LuceneEngine engine, Vocabularies vocabularies) throws IOException {
        var options = DocumentOptions.DEFAULT.ignoringCopyRestriction();
        try (var documents = new DocumentReader(options);
                var writer = engine.writer()) {
            Ingest.run(
                    List.of(REAL.resolve("seeds"), REAL.resolve("letters"), Path.of("src/main/resources/samples")),
                    new LetterReader(documents, new LetterParser(vocabularies)::parse),
                    writer,
                    engine::origin,
                    IngestOptions.defaults(),
                    IngestListener.NONE);
        }
    }

    private static void print(List<Figures> all, String kind) {
        var some = all.stream().filter(f -> f.query().kind().equals(kind)).toList();
        System.out.printf(
                Locale.ROOT,
                "%s: %d queries, nDCG@10 %.3f, MRR %.3f, recall@10 %.3f, recall@20 %.3f, by letter %.3f and %.3f%n",
                kind,
                some.size(),
                mean(some, Figures::ndcg),
                mean(some, Figures::reciprocal),
                mean(some, Figures::recall10),
                mean(some, Figures::recall20),
                mean(some, Figures::letterNdcg),
                mean(some, Figures::letterRecall20));
    }

    private static double mean(List<Figures> figures, ToDoubleFunction<Figures> of) {
        return figures.stream().mapToDouble(of).average().orElse(0);
    }
}
