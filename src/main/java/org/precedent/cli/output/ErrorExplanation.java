package org.precedent.cli.output;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns an exception into a terminal message with a remedy; never a stack trace.
 */
public final class ErrorExplanation {
    /** Messages of operating systems for a full disk; Java has no error code for it. */
    private static final List<String> NO_ROOM = List.of("No space left on device", "File too large", "quota exceeded");

    private static final String READ_ONLY = "Read-only file system";

    private ErrorExplanation() {}

    /**
     * Explains an exception in terms a user can act on.
     *
     * @param command the command that failed; the message names its target if it is a {@link WritingCommand}
     */
    public static String explain(Throwable e, Object command) {
        var isFull = chain(e).flatMap(t -> Optional.ofNullable(t.getMessage()).stream())
                .flatMap(m -> NO_ROOM.stream().filter(m::contains))
                .findFirst();
        return isFull.map(m -> (command instanceof WritingCommand writes ? writes.target() + ": " : "")
                        + "no space left on the disk (" + m
                        + "); free some space and run the command again; everything reported as done is kept")
                .orElseGet(() -> explain(e));
    }

    private static Stream<Throwable> chain(Throwable e) {
        return Stream.iterate(e, t -> t != null, Throwable::getCause);
    }

    public static String explain(Throwable e) {
        return switch (e) {
            case UncheckedIOException io -> explain(cause(io));
            case NoSuchFileException no -> no.getFile() + ": no such file or folder";
            case FileNotFoundException no -> messageOrName(no.getMessage(), no);
            case AccessDeniedException denied ->
                denied.getFile() + ": permission denied; run this as the owner of the folder";
            case FileSystemException fs -> explain(fs);
            default -> messageOrName(e.getMessage(), e);
        };
    }

    private static String explain(FileSystemException e) {
        return READ_ONLY.equals(e.getReason())
                ? e.getFile() + ": is on a read-only disk; nothing was changed; make it writable or give another"
                        + " folder with --index"
                : messageOrName(e.getMessage(), e);
    }

    private static Throwable cause(UncheckedIOException e) {
        return e.getCause() == null ? new IllegalStateException(e.getMessage()) : e.getCause();
    }

    private static String messageOrName(@Nullable String message, Throwable e) {
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
