package org.precedent.document.source;

import java.io.IOException;
import org.precedent.document.DisplayText;
import org.precedent.document.Extracted;

/**
 * The input for one determination: a file, an archive entry, or a line of a JSON Lines file.
 */
public sealed interface Source {
    /**
     * Where it is, for people: the path as given or found, {@code folder/archive.zip!/entry}.
     */
    String path();

    /**
     * What it is called, for the record: {@code file.pdf} or {@code archive.zip!/entry}.
     */
    String name();

    /**
     * How much of all input has been walked once this is done, in bytes on disk.
     */
    long position();

    /**
     * Can be read.
     *
     * @param kind what its bytes are
     * @param size bytes it will take in memory
     * @param content its bytes
     */
    record Found(String path, String name, long position, Kind kind, long size, Content content) implements Source {
        public Found {
            path = DisplayText.sanitize(path, MOST);
        }
    }

    /**
     * Cannot be read.
     *
     * @param why reason and message
     */
    record Refused(String path, String name, long position, Extracted.Rejected why) implements Source {
        public Refused {
            path = DisplayText.sanitize(path, MOST);
        }
    }

    /** Characters of a path that are shown. */
    int MOST = 2000;

    /**
     * What the bytes of a source are.
     */
    enum Kind {
        /** A document of some kind. */
        DOCUMENT,
        /** One line of a {@code .jsonl} file. */
        RECORD
    }

    /**
     * The bytes of a source, fetched on first use.
     */
    @FunctionalInterface
    interface Content {
        /**
         * Reads them.
         *
         * @throws IOException when the file cannot be read any more
         */
        byte[] bytes() throws IOException;
    }
}
