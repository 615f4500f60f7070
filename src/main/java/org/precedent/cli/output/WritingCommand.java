package org.precedent.cli.output;

import java.nio.file.Path;

/**
 * A command that writes files; error messages name its target.
 */
public interface WritingCommand {
    /**
     * The folder or file written to.
     */
    Path target();
}
