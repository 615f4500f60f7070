package org.precedent.document;

import java.time.Duration;

/**
 * Deadline for reading one file.
 */
public final class Deadline {
    private final long end;
    private final Duration allowed;

    private Deadline(Duration allowed) {
        this.end = System.nanoTime() + allowed.toNanos();
        this.allowed = allowed;
    }

    public static Deadline after(Duration allowed) {
        return new Deadline(allowed);
    }

    /**
     * Checks the deadline.
     *
     * @throws DeadlineExceeded if the deadline has passed
     */
    public void check() {
        if (System.nanoTime() - end > 0) {
            throw new DeadlineExceeded(allowed);
        }
    }

    /**
     * Thrown when the deadline has passed. Unchecked, because PDFBox swallows some checked exceptions.
     */
    public static final class DeadlineExceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DeadlineExceeded(Duration allowed) {
            super("took longer than " + allowed.toMillis() + " ms");
        }
    }
}
