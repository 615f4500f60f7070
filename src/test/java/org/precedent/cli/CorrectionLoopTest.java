package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.correction.CorrectedField;
import org.precedent.correction.Correction;
import org.precedent.correction.CorrectionApplier;
import org.precedent.ingest.CorrectionPass;
import org.precedent.ingest.Reparser;
import org.precedent.lucene.LuceneEngine;
import org.precedent.parse.LetterParser;
import org.precedent.saved.Owner;
import org.precedent.saved.SavedSearches;
import org.precedent.search.LetterWriter;
import org.precedent.search.query.Query;
import org.precedent.vocabulary.Vocabularies;

/** Applies corrections to a real index while a server is running. */
@Timeout(120)
class CorrectionLoopTest {
    private static final Correction.Place REGION = new Correction.Place("CM18-9900004", 1, CorrectedField.REGION);

    @TempDir
    Path folder;

    private final LetterParser parser = new LetterParser(Vocabularies.bundled());

    @Test
    void aCorrectionShowsAtOnceAndAfterAnIngestThatHeldTheIndex() throws IOException, InterruptedException {
        var letters = Files.createDirectory(folder.resolve("letters"));
        BundledSamples.unpack(letters);
        var index = folder.resolve("index");
        assertEquals(
                Main.DONE,
                Cli.run("ingest", letters.toString(), "--index", index.toString())
                        .exitCode());
        var clock = InstantSource.system();
        var refused = new CountDownLatch(1);
        try (var engine = LuceneEngine.open(index.resolve("lucene"), Vocabularies.bundled());
                var saved = SavedSearches.open(index.resolve("precedent.db"), clock);
                var loop = CorrectionLoop.start(
                        saved,
                        new CorrectionPass(engine, new Reparser(parser::parse)),
                        () -> writer(engine, refused))) {
            saved.corrections().add(Owner.ofToken("me"), REGION, List.of("Wrist"), List.of("Hand"), "r");
            applyUntil(List.of("Wrist"), loop, engine);
            try (var ingest = engine.writer(clock)) {
                saved.corrections().add(Owner.ofToken("me"), REGION, List.of("Forearm"), List.of("Hand"), "r");
                loop.applyNow();
                refused.await();
                assertEquals(List.of("Wrist"), region(engine), "somebody else writes");
                ingest.commit();
            }
            applyUntil(List.of("Forearm"), loop, engine);
        }
    }

    /** Applies corrections until the index shows them; one attempt ends after a few seconds, even if it is still running. */
    private static void applyUntil(List<String> expected, CorrectionLoop loop, LuceneEngine engine) {
        do {
            loop.applyNow();
        } while (!region(engine).equals(expected));
    }

    private static LetterWriter writer(LuceneEngine engine, CountDownLatch refused) {
        try {
            return engine.writer(InstantSource.system());
        } catch (RuntimeException e) {
            refused.countDown();
            throw e;
        }
    }

    private static List<String> region(LuceneEngine engine) {
        var letter = engine.findLetter(REGION.determination(), new Query.Everything())
                .orElseThrow();
        return CorrectionApplier.currentValues(letter.determination(), 1, CorrectedField.REGION);
    }
}
