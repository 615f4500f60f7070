package org.precedent.document.source;

import org.precedent.document.DisplayText;

/**
 * Location of a file, or of a document inside an archive, mailbox or list.
 *
 * @param path path shown to the user
 * @param name name stored with the determination
 * @param position number of input bytes before it
 */
record Place(String path, String name, long position) {
    /** Separates an archive from the entry inside it. */
    private static final String INSIDE = "!/";

    /**
     * Returns the location of an entry inside this archive. The entry name comes from the archive and is only displayed, never opened;
     * characters that could garble a terminal are replaced.
     */
    Place inside(String entry, long position) {
        var shown = DisplayText.sanitize(entry, 200);
        return new Place(path + INSIDE + shown, name + INSIDE + shown, position);
    }
}
