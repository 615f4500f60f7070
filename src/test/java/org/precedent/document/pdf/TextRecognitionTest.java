package org.precedent.document.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.precedent.document.reader.Extraction.rejection;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Extracted.Text;
import org.precedent.document.reader.DocumentReader;

/**
 * Uses shell scripts that behave like {@code tesseract}, so that the tests also run where it is not installed.
 */
class TextRecognitionTest {
    @TempDir
    private Path folder;

    @Test
    void takesTheTextOfEveryPageAndMarksItAsScanned() throws IOException {
        var program = program("""
                [ "$OMP_THREAD_LIMIT" = 1 ] || exit 9
                [ "$2" = stdout ] || exit 8
                head -c 4 "$1" | grep -q PNG || exit 7
                printf 'FICTIONAL SAMPLE LETTER\\n\\nX-ray of the wrist, as it was requested: Upheld\\n\\f'
                """);
        try (var reader = new DocumentReader(DocumentOptions.DEFAULT.withOcr(program))) {
            assertEquals(
                    new Text(
                            "FICTIONAL SAMPLE LETTER\n\nX-ray of the wrist, as it was requested: Upheld\n",
                            true,
                            List.of()),
                    reader.read("scan.pdf", scan()));
        }
    }

    @Test
    void saysWhenTheProgramFails() throws IOException {
        assertTrue(message(Reason.NEEDS_OCR, program("exit 1\n")).contains("failed with exit code 1"));
    }

    @Test
    void saysWhenTheProgramIsNotInstalled() {
        var message =
                message(Reason.NEEDS_OCR, folder.resolve("no-such-program").toString());
        assertTrue(message.contains("expected tesseract to be installed"), message);
    }

    @Test
    void saysWhenNothingIsRecognized() throws IOException {
        assertTrue(message(Reason.NO_TEXT, program("echo\n")).contains("none was recognized"));
    }

    @Test
    void recognizesNothingOnPagesThatHaveText() throws IOException {
        var letter = "FICTIONAL SAMPLE LETTER\nX-ray of the wrist, as it was requested: Upheld";
        try (var reader = new DocumentReader(DocumentOptions.DEFAULT.withOcr(program("exit 1\n")))) {
            assertEquals(new Text(letter + "\n"), reader.read("letter.pdf", Pdfs.of(letter)));
        }
    }

    @Test
    void recognizesThePageThatIsOnlyAPicture() throws IOException {
        var program = program("printf 'The X-ray of the wrist, as it was requested, is medically necessary.\\n'\n");
        var pdf = Pdfs.drawn(
                "BT /F1 12 Tf 72 700 Td (FICTIONAL SAMPLE LETTER about an X-ray of the wrist) Tj ET",
                "q 600 0 0 700 0 0 cm /Im1 Do Q");
        try (var reader = new DocumentReader(DocumentOptions.DEFAULT.withOcr(program))) {
            assertEquals(
                    new Text(
                            "FICTIONAL SAMPLE LETTER about an X-ray of the wrist\n\fThe X-ray of the wrist, as it was requested,"
                                    + " is medically necessary.\n",
                            true,
                            List.of()),
                    reader.read("letter.pdf", pdf));
        }
    }

    private static String message(Reason reason, String program) {
        try (var reader = new DocumentReader(DocumentOptions.DEFAULT.withOcr(program))) {
            return rejection(reader, reason, scan());
        }
    }

    private static byte[] scan() {
        var picture = new BufferedImage(300, 400, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(10, 10, 200, 20);
        graphics.dispose();
        return Pdfs.scanned(picture);
    }

    private String program(String script) throws IOException {
        var file = folder.resolve("recognise");
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }
}
