package org.precedent.web.http;

/**
 * Describes an exception for the log by class names and stack frames, without messages, because a message may quote a query or a
 * determination.
 */
public final class ExceptionSummary {
    private static final int FRAMES = 12;

    private ExceptionSummary() {}

    /**
     * Returns one line with the classes of an exception and its causes, each with its top stack frames.
     */
    public static String summarize(Throwable e) {
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
