package org.precedent.cli.output;

import java.io.IOException;

/**
 * Detects whether output goes to a terminal.
 */
public final class Terminal {
    private Terminal() {}

    /**
     * Whether stderr is a terminal that can redraw a line. Java cannot tell, so this asks {@code sh}; without a shell it returns false.
     */
    public static boolean isStderrTerminal() {
        return !"dumb".equals(System.getenv("TERM")) && isTerminal(2);
    }

    /**
     * Whether stdout is a terminal where color is not disabled by {@code NO_COLOR}.
     */
    public static boolean supportsColor() {
        return System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM")) && isTerminal(1);
    }

    private static boolean isTerminal(int descriptor) {
        try {
            var test = new ProcessBuilder("sh", "-c", "test -t " + descriptor)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
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
