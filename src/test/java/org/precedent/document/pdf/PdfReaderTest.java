package org.precedent.document.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.precedent.document.reader.Extraction.rejection;
import static org.precedent.document.reader.Extraction.text;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Limits;
import org.precedent.document.reader.DocumentReader;

class PdfReaderTest {
    private static final String LETTER = """
            FICTIONAL SAMPLE LETTER

            Case Number: | CM16-0000001
            Decision Date: 02/01/2017 | UR Denial Date: 01/02/2017

            X-ray of the left wrist, as
            requested: Upheld

            Decision rationale: Nothing is broken.""";

    @Test
    void keepsLinesAndEmptyLinesAndSetsColumnsSideBySide() {
        assertEquals("""
                FICTIONAL SAMPLE LETTER

                Case Number: CM16-0000001
                Decision Date: 02/01/2017 UR Denial Date: 01/02/2017

                X-ray of the left wrist, as
                requested: Upheld

                Decision rationale: Nothing is broken.
                """, text(Pdfs.of(LETTER)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsTheFieldsOfAFormWhereTheyAreDrawn(boolean isDrawn) {
        var form = Pdfs.filledForm(
                "FICTIONAL SAMPLE LETTER, a form that was filled in", isDrawn, "MRI of the knee: Upheld", "Not shown.");
        assertEquals(
                "FICTIONAL SAMPLE LETTER, a form that was filled in\n\nMRI of the knee: Upheld\nNot shown.\n",
                text(form));
    }

    @Test
    void readsOnceWhatIsPrintedTwiceForBold() {
        var bold = "Disputed letters, ttt and 11, stand here once.";
        assertEquals(bold + "\nPlain.\n", text(Pdfs.overprinted(bold, "Plain.")));
    }

    @Test
    void partsPagesByAFormFeed() {
        var text = text(Pdfs.of(LETTER, "Page two goes on where page one ended.\nIt has two lines."));
        assertTrue(text.endsWith("broken.\n\fPage two goes on where page one ended.\nIt has two lines.\n"), text);
    }

    @Test
    void addsNoEmptyLinesToAPageSetWide() {
        var wide = Collections.nCopies(12, "A line of a page that is set in double distance.");
        var text = text(Pdfs.of(String.join("\n\n", wide)));
        assertEquals(String.join("\n", wide) + "\n", text);
    }

    @Test
    void respectsTheCopyRestrictionUnlessOverridden() {
        var restricted = Pdfs.copyRestricted(LETTER);
        assertTrue(rejection(Reason.COPY_RESTRICTED, restricted).contains("--ignore-copy-restriction"));
        var ignoring = new DocumentReader(DocumentOptions.DEFAULT.ignoringCopyRestriction());
        assertEquals(text(Pdfs.of(LETTER)), text(ignoring, restricted));
    }

    @Test
    void rejectsAPassword() {
        assertTrue(rejection(Reason.PASSWORD, Pdfs.withPassword(LETTER)).contains("password"));
    }

    @Test
    void rejectsAPdfCutOff() {
        var whole = Pdfs.of(LETTER);
        for (int length = whole.length / 8; length < whole.length * 7 / 8; length += whole.length / 8) {
            rejection(Reason.DAMAGED, Arrays.copyOf(whole, length));
        }
    }

    @Test
    void rejectsPagesThatArePictures() {
        var picture = new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY);
        assertTrue(rejection(Reason.NEEDS_OCR, Pdfs.scanned(picture)).contains("needs OCR"));
    }

    @Test
    void rejectsTooManyPages() {
        var limits = new Limits(1 << 20, 2, Duration.ofSeconds(10), Limits.ArchiveLimits.DEFAULT);
        var strict = new DocumentReader(DocumentOptions.DEFAULT.withLimits(limits));
        assertTrue(
                rejection(strict, Reason.TOO_MANY_PAGES, Pdfs.of("a", "b", "c")).contains("3 pages"));
    }

    @Test
    void stopsWhenTheTimeIsUp() {
        var limits = new Limits(1 << 20, 1000, Duration.ofNanos(1), Limits.ArchiveLimits.DEFAULT);
        rejection(new DocumentReader(DocumentOptions.DEFAULT.withLimits(limits)), Reason.TOO_SLOW, Pdfs.of(LETTER));
    }
}
