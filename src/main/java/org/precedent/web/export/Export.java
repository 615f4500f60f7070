package org.precedent.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.precedent.search.LetterHit;

/**
 * An export format for a whole result. Written as it is read, at constant memory.
 */
public interface Export {
    /**
     * The ending of its address and file: {@code csv}.
     */
    String fileExtension();

    /**
     * Its media type.
     */
    String mediaType();

    /**
     * Writes a result.
     *
     * @param letters gives every letter of the result to what it is handed
     * @param addresses of the letters
     * @param out where to; stays open
     */
    void write(Consumer<Consumer<LetterHit>> letters, AbsoluteUrls addresses, OutputStream out) throws IOException;
}
