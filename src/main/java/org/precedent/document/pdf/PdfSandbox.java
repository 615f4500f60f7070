package org.precedent.document.pdf;

import static org.precedent.document.Extracted.rejected;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.precedent.document.Caveat;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Extracted.Rejected;
import org.precedent.document.Extracted.Text;

/**
 * Reads potentially hostile PDFs. Small ones, such as determinations, cannot unpack to much and are read in this process within a time
 * limit; large or unusual ones, and those whose pages must be rendered, are read in a separate process with limited memory.
 */
public final class PdfSandbox implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PdfSandbox.class.getName());

    /** Deflate expands at most a thousandfold, so files up to this size stay below 130 MB; determinations average 31,000 bytes. */
    private static final int MAX_SMALL_BYTES = 128 * 1024;

    /** Streams compressed several times, or whose filter is defined elsewhere in the file. */
    private static final Pattern UNUSUAL_FILTERS = Pattern.compile("/Filter\\s*(\\[[^\\]/]*/[^\\]/]*/|\\d)");

    private static final ExecutorService EXECUTOR = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("pdf-reader-", 1).daemon().factory());

    private final DocumentOptions options;
    private final PdfReader reader;
    private final PdfProcessPool isolated = new PdfProcessPool();

    public PdfSandbox(DocumentOptions options) {
        this.options = options;
        this.reader = new PdfReader(options.withoutOcr());
    }

    public Extracted read(byte[] bytes) {
        if (bytes.length > MAX_SMALL_BYTES || isUnusual(bytes)) {
            return readIsolated(bytes).orElseGet(() -> extractWithTimeout(bytes));
        }
        var read = extractWithTimeout(bytes);
        return options.ocr().isPresent() && needsOcr(read) ? readIsolated(bytes).orElse(read) : read;
    }

    private static boolean needsOcr(Extracted read) {
        return switch (read) {
            case Rejected no -> no.reason() == Reason.NEEDS_OCR;
            case Text text ->
                text.caveats().stream().anyMatch(caveat -> caveat.kind() == Caveat.Kind.PAGE_WITHOUT_TEXT);
        };
    }

    private static boolean isUnusual(byte[] bytes) {
        return UNUSUAL_FILTERS
                .matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                .find();
    }

    /**
     * Reads a PDF in a worker process; empty if none can be started.
     */
    private Optional<Extracted> readIsolated(byte[] bytes) {
        try {
            return Optional.of(isolated.read(bytes, options));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot start a process for reading PDFs error={0}", e.getMessage());
            return Optional.empty();
        }
    }

    private Extracted extractWithTimeout(byte[] bytes) {
        var time = options.limits().time();
        var reading = EXECUTOR.submit(() -> reader.extract(bytes));
        try {
            return reading.get(time.toMillis() + 1000, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return rejected(
                    Reason.TOO_SLOW,
                    "reading took longer than " + time.toSeconds() + " s: expected less; the file may be damaged");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return rejected(Reason.TOO_SLOW, "reading was interrupted: ingest it again");
        } finally {
            reading.cancel(true);
        }
    }

    @Override
    public void close() {
        isolated.close();
    }
}
