package org.precedent.document.source;

import java.io.IOException;
import org.precedent.document.DisplayText;
import org.precedent.document.Extracted;

/**
 * The input for one determination: a file, an archive entry, or a line of a JSON Lines file.
 */
public sealed interface Source {
    /**
     * Returns the path shown to the user, as given or found: {@code folder/archive.zip!/entry}.
     */
    String path();

    /**
     * Returns the name stored with the determination: {@code file.pdf} or {@code archive.zip!/entry}.
     */
    String name();

    /**
     * Returns how much of the entire input has been walked once this source is done, in bytes on disk.
     */
    long position();

    /**
     * A source that can be read.
     *
     * @param kind the type of its content
     * @param size number of bytes it needs in memory
     * @param content its content
     */
    record Found(String path, String name, long position, Kind kind, long size, Content content) implements Source {
        public Found {
            path = DisplayText.sanitize(path, MAX_NAME_LENGTH);
        }
    }

    /**
     * A source that was rejected.
     *
     * @param why the reason for the rejection, with a message
     */
    record Refused(String path, String name, long position, Extracted.Rejected why) implements Source {
        public Refused {
            path = DisplayText.sanitize(path, MAX_NAME_LENGTH);
        }
    }

    /** Maximum number of characters of a path that are shown. */
    int MAX_NAME_LENGTH = 2000;

    /**
     * The type of content of a source.
     */
    enum Kind {
        /** A document of any supported type. */
        DOCUMENT,
        /** A line of a {@code .jsonl} file. */
        RECORD
    }

    /**
     * The content of a source, loaded on demand.
     */
    @FunctionalInterface
    interface Content {
        /**
         * Loads the content.
         *
         * @throws IOException if the file can no longer be read
         */
        byte[] bytes() throws IOException;
    }
}
