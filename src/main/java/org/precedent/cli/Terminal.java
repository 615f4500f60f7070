package org.precedent.cli;

import java.io.IOException;

/**
 * Whether a person watches.
 */
final class Terminal {
    private Terminal() {}

    /**
     * Whether stderr is a terminal that can redraw a line. Java does not tell, so the shell is asked; where there is none, it
     * is taken for a file.
     */
    static boolean watchesStderr() {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            var test = new ProcessBuilder("sh", "-c", "test -t 2")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return test.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
