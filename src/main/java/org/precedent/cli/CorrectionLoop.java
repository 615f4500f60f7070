package org.precedent.cli;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.precedent.ingest.CorrectionPass;
import org.precedent.saved.SavedSearches;
import org.precedent.search.LetterWriter;

/**
 * Applies corrections to the index in the background of a server: immediately when one is made on this server, within seconds when another
 * server or a command made it, and after an ingest that holds the write lock.
 */
final class CorrectionLoop implements AutoCloseable {
    private static final long PAUSE_SECONDS = 10;
    private static final long PATIENCE_SECONDS = 3;

    private final SavedSearches saved;
    private final CorrectionPass pass;
    private final Supplier<LetterWriter> opening;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("corrections").factory());

    /** The state that the index shows; only the thread uses it. */
    private @Nullable String shown;

    private CorrectionLoop(SavedSearches saved, CorrectionPass pass, Supplier<LetterWriter> opening) {
        this.saved = saved;
        this.pass = pass;
        this.opening = opening;
    }

    /**
     * Begins.
     *
     * @param opening opens a writer of the index, or throws while another process writes
     */
    static CorrectionLoop start(SavedSearches saved, CorrectionPass pass, Supplier<LetterWriter> opening) {
        var loop = new CorrectionLoop(saved, pass, opening);
        // runs until it is shut down; no one waits for a result
        var unused = loop.thread.scheduleWithFixedDelay(loop::once, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
        return loop;
    }

    /**
     * Something was corrected or withdrawn: returns when the index shows it, or after a few seconds when it cannot be written now.
     */
    void applyNow() {
        try {
            thread.submit(this::once).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            System.getLogger(CorrectionLoop.class.getName())
                    .log(System.Logger.Level.DEBUG, "a correction is waiting for the index");
        } catch (ExecutionException | RejectedExecutionException e) {
            System.getLogger(CorrectionLoop.class.getName())
                    .log(System.Logger.Level.WARNING, "a correction is stored but not yet in the index", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // a run that throws would be the last
    private void once() {
        try {
            var version = saved.corrections().version();
            if (!version.equals(shown)) {
                pass.run(saved.corrections().all(), opening);
                shown = version;
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            System.getLogger(CorrectionLoop.class.getName())
                    .log(System.Logger.Level.INFO, "corrections are waiting and will be retried: {0}", e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(CorrectionLoop.class.getName())
                        .log(System.Logger.Level.WARNING, "stopped while a correction was being applied to the index");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
