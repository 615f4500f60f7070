package org.precedent.document.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Optical character recognition of scanned pages: renders each page and passes the image to an installed {@code tesseract}, one page at a
 * time, on a separate thread, within a time limit.
 */
final class TextRecognition {
    private static final float DOTS_PER_POINT = 200f / 72;

    /** A letter-size page at this resolution has 3.7 million pixels; larger pages, such as posters, are scaled down. */
    private static final float MAX_PIXELS = 12_000_000;

    private static final int MAX_PAGES = 50;
    private static final int SECONDS_PER_PAGE = 90;

    /** Maximum time for one file. */
    static final Duration MAX_TIME = Duration.ofMinutes(15);

    private final String program;

    TextRecognition(String program) {
        this.program = program;
    }

    /**
     * Recognizes the text of some pages.
     *
     * @param pages zero-based page numbers
     * @return text by page number
     * @throws Failed if the program cannot be run, fails, or takes too long
     */
    Map<Integer, String> read(PDDocument document, Set<Integer> pages) throws IOException {
        if (pages.size() > MAX_PAGES) {
            throw new Failed("PDF has " + pages.size() + " scanned pages: expected at most " + MAX_PAGES);
        }
        var renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        var texts = new TreeMap<Integer, String>();
        for (var page : new TreeSet<>(pages)) {
            texts.put(page, page(renderer, page, document.getPage(page).getCropBox()));
        }
        return texts;
    }

    private String page(PDFRenderer renderer, int index, PDRectangle box) throws IOException {
        float points = Math.max(1, box.getWidth() * box.getHeight());
        float scale = Math.min(DOTS_PER_POINT, (float) Math.sqrt(MAX_PIXELS / points));
        return recognize(renderer.renderImage(index, scale, ImageType.GRAY));
    }

    private String recognize(BufferedImage image) throws IOException {
        var picture = Files.createTempFile("precedent-page", ".png");
        var words = Files.createTempFile("precedent-page", ".txt");
        try {
            ImageIO.write(image, "png", picture.toFile());
            run(picture, words);
            return Files.readString(words, UTF_8).replace("\f", "");
        } finally {
            Files.deleteIfExists(picture);
            Files.deleteIfExists(words);
        }
    }

    private void run(Path picture, Path words) throws IOException {
        var builder = new ProcessBuilder(program, picture.toString(), "stdout")
                .redirectOutput(words.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        var process = start(builder);
        try {
            if (!process.waitFor(SECONDS_PER_PAGE, TimeUnit.SECONDS)) {
                throw new Failed(program + " took longer than " + SECONDS_PER_PAGE + " s for a page");
            }
            if (process.exitValue() != 0) {
                throw new Failed(program + " failed with exit code " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed(program + " was interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(ProcessBuilder builder) throws Failed {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Failed(program + " cannot be started: expected tesseract to be installed and on the PATH");
        }
    }

    /**
     * Thrown when no text could be recognized for a reason unrelated to the file.
     */
    static final class Failed extends IOException {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }
}
