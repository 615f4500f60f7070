package org.precedent.cli.output;

import java.nio.file.Path;

/**
 * A command that writes; when it cannot, the explanation names where.
 */
public interface WritingCommand {
    /**
     * The folder or file written to.
     */
    Path place();
}
