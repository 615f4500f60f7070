package org.precedent.browser;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.precedent.document.DocumentOptions;
import org.precedent.document.reader.DocumentReader;
import org.precedent.ingest.Ingest;
import org.precedent.ingest.IngestListener;
import org.precedent.ingest.IngestOptions;
import org.precedent.ingest.LetterReader;
import org.precedent.lucene.LuceneEngine;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.parse.Parsed;
import org.precedent.search.LetterWriter;
import org.precedent.vocabulary.Vocabularies;

/**
 * The determinations that the browser tests show, ingested once: the real letters next to the checkout ({@code -Dletters=FOLDER}) if
 * there are any, else the bundled samples; plus two rare cases, one determination with many issues and one recognized from a scan.
 */
final class BrowserCorpus {
    static final Vocabularies VOCABULARIES = Vocabularies.bundled();

    /** A determination with too many issues to read in one sitting. */
    static final String LONG = "CM18-0000024";

    /** A determination recognized from page images (OCR). */
    static final String SCANNED = "CM18-0000025";

    static final int ISSUES = 24;

    private static final Path REAL = Path.of(System.getProperty("letters", "../shared/determinations"));
    private static final Path INDEX = folder();

    static {
        try (var engine = LuceneEngine.open(INDEX, VOCABULARIES);
                var writer = engine.writer(InstantSource.system())) {
            ingest(writer);
            put(writer, LONG, ISSUES, false);
            put(writer, SCANNED, 2, true);
            writer.commit();
        }
    }

    private BrowserCorpus() {}

    /** Opens a new engine on the shared index. */
    static LuceneEngine open() {
        return LuceneEngine.open(INDEX, VOCABULARIES);
    }

    static Path folder() {
        try {
            return Files.createTempDirectory("precedent-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ingest(LetterWriter writer) {
        var reader = new LetterReader(
                new DocumentReader(DocumentOptions.DEFAULT.ignoringCopyRestriction()),
                new LetterParser(VOCABULARIES)::parse);
        Ingest.run(letters(), reader, writer, id -> Optional.empty(), IngestOptions.defaults(), IngestListener.NONE);
    }

    private static List<Path> letters() {
        if (Files.isDirectory(REAL.resolve("letters"))) {
            return List.of(REAL.resolve("letters"), REAL.resolve("seeds"));
        }
        if ("true".equals(System.getenv("CI"))) {
            fail(REAL.toAbsolutePath() + ": no letters, and CI=true: put the real letters there");
        }
        return List.of(Path.of("src/main/resources/samples"));
    }

    private static void put(LetterWriter writer, String number, int issues, boolean scanned) {
        var letter = new Letter(number + ".txt", number, text(number, issues), scanned);
        if (new LetterParser(VOCABULARIES).parse(letter) instanceof Parsed.Read read) {
            writer.put(read.determination());
        } else {
            fail(number + " is no letter");
        }
    }

    private static String text(String number, int issues) {
        return """
                Case Number: %s
                Date Assigned: 02/27/2018
                Date of Injury: 09/18/2017
                Decision Date: 04/01/2018
                Priority: Standard

                The Expert Reviewer has the following credentials:
                State(s) of Licensure: California
                Certification(s)/Specialty: Chiropractic

                CLINICAL CASE SUMMARY
                The injured worker is a 39-year-old female school bus driver with neck pain.

                IMR ISSUES, DECISIONS AND RATIONALES
                The Final Determination was based on decisions for the disputed items/services set forth below:

                %s
                """.formatted(
                number,
                IntStream.rangeClosed(1, issues).mapToObj(BrowserCorpus::issue).collect(Collectors.joining("\n")));
    }

    private static String issue(int number) {
        return """
                X-ray of the cervical spine, series %d of the course of treatment: %s

                Claims Administrator guideline: Decision based on MTUS Neck and Upper Back Complaints 2004.

                MAXIMUS guideline: Decision based on the American College of Occupational and Environmental Medicine
                Practice Guidelines for Disorders of the Neck and Upper Back as adopted for the Treatment of Chronic
                Conditions in Ambulatory Settings.

                Decision rationale: Films of the neck are indicated for red flags or trauma. Series %d answers to neither.
                The request is %smedically necessary.
                """.formatted(number, number % 5 == 0 ? "Overturned" : "Upheld", number, number % 5 == 0 ? "" : "not ");
    }
}
