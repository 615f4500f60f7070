package org.precedent.cli.output;

import java.nio.file.Path;

/**
 * A command that writes; error messages name the place it writes to.
 */
public interface WritingCommand {
    /**
     * The folder or file written to.
     */
    Path target();
}
