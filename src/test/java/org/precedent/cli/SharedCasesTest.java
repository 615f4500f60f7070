package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.precedent.json.Json;

/**
 * Files as law offices and their software produce them, from {@code ../shared/cases} next to the checkout; each must yield the
 * determination that a human reads in it.
 */
class SharedCasesTest {
    private static final Path FOLDER = Path.of(System.getProperty("cases", "../shared/cases"));

    private static final String CERVICAL = "MRI of the cervical spine: Upheld";
    private static final String KNEE = "X-ray of the left knee: Overturned";

    /**
     * An input file and the expected result.
     *
     * @param file path within the folder of cases
     * @param issues requests and decisions
     * @param findings kinds of findings
     */
    private record Case(String file, String id, List<String> issues, List<String> findings) {
        Case(String file, String id, String... findings) {
            this(file, id, List.of(CERVICAL, KNEE), List.of(findings));
        }

        Case with(String... other) {
            return new Case(file, id, List.of(other), findings);
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("00-control-pdf/letter.pdf", "CM16-8800100"),
            new Case("01-docx-main-part-document2/letter.docx", "CM16-8800001"),
            new Case("02-docx-first-entry-customxml/letter.docx", "CM16-8800001"),
            new Case("03-docx-tracked-move/letter.docx", "CM16-8800001", "hidden-text").with(KNEE, CERVICAL),
            new Case("04-docx-tracked-replace/letter.docx", "CM16-8800001", "hidden-text")
                    .with("MRI of the cervical spine: Overturned", KNEE),
            new Case("06-docx-automatic-numbers/letter.docx", "CM13-8800006")
                    .with("EMG/NCV of the bilateral lower extremities: Overturned", "MRI of the lumbar spine: Upheld"),
            new Case("07-docx-case-number-in-header/letter.docx", "CM16-8800007"),
            new Case("07-docx-case-number-in-header/letter.txt", "CM16-8800007"),
            new Case("10-zip-utf8-name-without-flag/mac.zip", "Muñoz-réexamen", "missing-header"),
            new Case("11-zip-with-prefix/letters.zip", "CM16-8800081"),
            new Case("13-html-hidden/letter.html", "CM16-8800013", "hidden-text"),
            new Case("14-html-fragment/letter.html", "CM16-8800014"),
            new Case("16-html-meta-utf16/letter.html", "CM16-8800016"),
            new Case("17-text-soft-hyphen-line-end/letter.txt", "CM16-8800017"),
            new Case("18-text-hyphens-ligatures/letter.txt", "CM16-8800018")
                    .with("X-ray of the left fifth finger: Upheld", "X-ray of the cervical spine: Overturned"),
            new Case("20-eml-quoted-printable/letter.eml", "CM16-8800020"),
            new Case("21-pdf-rotate-90/letter.pdf", "CM16-8800021"),
            new Case("22-pdf-skewed-ocr-layer/letter.pdf", "CM16-8800022"),
            new Case("23-pdf-one-page-scanned/letter.pdf", "CM16-8800023", "page-without-text").with(CERVICAL),
            new Case("25-pdf-portfolio/portfolio.pdf", "CM16-8800025"),
            new Case("27-pdf-black-box-over-name/letter.pdf", "CM16-8800027", "hidden-text"),
            new Case("27-pdf-black-box-over-name/name-only.pdf", "CM16-8800037", "hidden-text"),
            new Case("28-pdf-trailing-bytes/letter.pdf", "CM16-8800028"),
            new Case("29-pdf-letter-spaced/letter.pdf", "CM16-8800030"),
            new Case("31-pdf-ligature-actualtext/letter.pdf", "CM16-8800032")
                    .with("X-ray of the left fifth finger: Upheld", "MRI of the cervical spine: Overturned"),
            new Case("32-pdf-diagonal-watermark/letter.pdf", "CM16-8800033", "page-mark"),
            new Case("34-pdf-bates-stamp/letter.pdf", "CM16-8800035", "page-mark"),
            new Case("36-pdf-aes256-and-increment/aes256.pdf", "CM16-8800100"),
            new Case("36-pdf-aes256-and-increment/incremental.pdf", "CM16-8800100")
                    .with("MRI of the cervical spine: Overturned", KNEE));

    /** Findings about the file and about unread parts of the letter. */
    private static final Set<String> OF_READING = Set.of(
            "page-without-text",
            "hidden-text",
            "page-mark",
            "damaged-characters",
            "missing-header",
            "missing-section",
            "truncated",
            "several-letters",
            "unreadable-decision");

    @Test
    void readsEveryLetterOfAnOddArchive() {
        if (areThere()) {
            var streamed = FOLDER.resolve("08-zip-stored-data-descriptor/letters.zip");
            assertEquals(2, Cli.run("parse", streamed.toString()).out().lines().count());
            var linked = FOLDER.resolve("37-zip64-and-symlink/letters.zip");
            assertEquals(2, Cli.run("parse", linked.toString()).out().lines().count());
        }
    }

    @Test
    void reportsThatAnUnreadableTextLayerNeedsOcr() {
        if (areThere()) {
            var result = Cli.run(
                    "parse",
                    FOLDER.resolve("30-pdf-garbage-text-layer/letter.pdf").toString());
            assertEquals(1, result.exitCode());
            assertTrue(result.err().contains("text layer is unreadable, needs OCR"), result.err());
        }
    }

    @TestFactory
    Stream<DynamicTest> givesTheDeterminationAPersonReads() {
        return areThere() ? CASES.stream().map(c -> DynamicTest.dynamicTest(c.file, () -> assertCase(c))) : Stream.of();
    }

    private static void assertCase(Case expected) {
        var result = Cli.run("parse", FOLDER.resolve(expected.file).toString());
        assertEquals(0, result.exitCode(), result.err());
        var letter = Json.read(result.out().lines().findFirst().orElseThrow(), Map.class);
        assertEquals(expected.id, letter.get("id"));
        var issues = new ArrayList<String>();
        for (var issue : Objects.requireNonNull((List<?>) letter.get("issues"))) {
            issues.add(((Map<?, ?>) issue).get("request") + ": " + ((Map<?, ?>) issue).get("decision"));
        }
        assertEquals(expected.issues, issues);
        // findings about content, such as guidelines, do not depend on the file format
        var findings = new ArrayList<String>();
        for (var finding : Objects.requireNonNull((List<?>) letter.get("findings"))) {
            var kind = String.valueOf(((Map<?, ?>) finding).get("kind"));
            if (OF_READING.contains(kind)) {
                findings.add(kind);
            }
        }
        assertEquals(expected.findings, findings);
    }

    private static boolean areThere() {
        if (Files.isDirectory(FOLDER)) {
            return true;
        }
        if ("true".equals(System.getenv("CI"))) {
            fail(FOLDER.toAbsolutePath() + ": no such folder, and CI=true: put the cases there");
        }
        System.out.println("cases: not run, there is no " + FOLDER.toAbsolutePath());
        return false;
    }
}
