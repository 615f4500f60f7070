package org.precedent.cli;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/**
 * Says in words what an exception means to the person at the terminal; never a stack trace.
 */
final class Explanation {
    private Explanation() {}

    static String of(Throwable e) {
        return switch (e) {
            case UncheckedIOException io -> of(cause(io));
            case NoSuchFileException no -> no.getFile() + ": no such file or folder";
            case FileNotFoundException no -> orName(no.getMessage(), no);
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            default -> orName(e.getMessage(), e);
        };
    }

    private static Throwable cause(UncheckedIOException e) {
        return e.getCause() == null ? new IllegalStateException(e.getMessage()) : e.getCause();
    }

    private static String orName(@Nullable String message, Throwable e) {
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
