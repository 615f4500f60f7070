package org.precedent.document.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * A page whose content stream has been replaced by a single operator, {@link #RUN}. PDFBox lets a subclass of its text stripper add
 * operators but not choose the parser of content streams; the operator runs the original content with another parser.
 */
final class PageContent extends PDPage {
    static final String RUN = "RunContent";

    /** Longer streams, of which no page of a determination has any, are read piece by piece. */
    static final int MAX_BYTES = 4 << 20;

    private final PDPage original;

    PageContent(PDPage original) {
        super(original.getCOSObject());
        this.original = original;
    }

    /** Reads the content stream of a page; empty if it is too large or damaged. */
    static Optional<byte[]> read(PDPage page) {
        var content = new ByteArrayOutputStream(1 << 15);
        var buffer = new byte[1 << 13];
        try (var in = page.getContentsForStreamParsing()) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                content.write(buffer, 0, n);
                if (content.size() > MAX_BYTES) {
                    return Optional.empty();
                }
            }
            return Optional.of(content.toByteArray());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public RandomAccessRead getContentsForStreamParsing() {
        return new RandomAccessReadBuffer(RUN.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public PDResources getResources() {
        return original.getResources();
    }

    /** Keeps the resources: the pages of a determination share their fonts, and the cache gives way when memory is short. */
    @Override
    public void removePageResourceFromCache() {}
}
