package org.precedent.document.source;

import org.precedent.document.DisplayText;

/**
 * Location of a file, or of a document inside an archive, mailbox or list.
 *
 * @param path for people
 * @param name for the record
 * @param position bytes of all input before it
 */
record Place(String path, String name, long position) {
    /** Parts an archive from what is inside it. */
    private static final String INSIDE = "!/";

    /**
     * What is inside it under this name. The name comes from the archive and is only ever shown, never opened; characters
     * that could garble a terminal are replaced.
     */
    Place inside(String entry, long position) {
        var shown = DisplayText.sanitize(entry, 200);
        return new Place(path + INSIDE + shown, name + INSIDE + shown, position);
    }
}
