package org.precedent.cli;

import java.nio.file.Path;

/**
 * A command that writes; when it cannot, the explanation names where.
 */
interface Writes {
    /**
     * The folder or file written to.
     */
    Path place();
}
