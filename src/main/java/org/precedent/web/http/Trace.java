package org.precedent.web.http;

/**
 * Where something failed, without what it said of it: messages of exceptions may quote a query or a letter, and neither belongs
 * into a log.
 */
public final class Trace {
    private static final int FRAMES = 12;

    private Trace() {}

    /**
     * The classes of an exception and of its causes, each with the first lines of its stack, on one line.
     */
    public static String of(Throwable e) {
        var text = new StringBuilder();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : " caused by ")
                    .append(cause.getClass().getName());
            var frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append(i == 0 ? " at " : " < ").append(frames[i]);
            }
        }
        return text.toString();
    }
}
