package org.precedent.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.precedent.search.LetterHit;

/**
 * An export format for a whole result. Streams the result in constant memory.
 */
public interface Export {
    /**
     * File extension, also used in the URL: {@code csv}.
     */
    String fileExtension();

    /**
     * Media type.
     */
    String mediaType();

    /**
     * Writes a result.
     *
     * @param letters passes every determination of the result to the given consumer
     * @param addresses resolves the paths of determinations
     * @param out destination; not closed
     */
    void write(Consumer<Consumer<LetterHit>> letters, AbsoluteUrls addresses, OutputStream out) throws IOException;
}
