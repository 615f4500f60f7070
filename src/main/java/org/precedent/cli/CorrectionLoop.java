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
 * Applies corrections to the index in a background thread of the server: immediately if made on this server, within seconds if made by
 * another server or a command. While an ingest holds the write lock, they are applied after it ends.
 */
final class CorrectionLoop implements AutoCloseable {
    private static final long PAUSE_SECONDS = 10;
    private static final long MAX_WAIT_SECONDS = 3;

    private final SavedSearches saved;
    private final CorrectionPass pass;
    private final Supplier<LetterWriter> opening;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("corrections").factory());

    /** Version of the corrections applied to the index; used only by the background thread. */
    private @Nullable String shown;

    private CorrectionLoop(SavedSearches saved, CorrectionPass pass, Supplier<LetterWriter> opening) {
        this.saved = saved;
        this.pass = pass;
        this.opening = opening;
    }

    /**
     * Starts the loop.
     *
     * @param opening opens an index writer; throws while another process holds the write lock
     */
    static CorrectionLoop start(SavedSearches saved, CorrectionPass pass, Supplier<LetterWriter> opening) {
        var loop = new CorrectionLoop(saved, pass, opening);
        // the task runs until shutdown, so the future is not needed
        var unused = loop.thread.scheduleWithFixedDelay(loop::runOnce, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
        return loop;
    }

    /**
     * Applies corrections after one was made or withdrawn. Returns when the index reflects them, or after a few seconds if the index cannot
     * be written now.
     */
    void applyNow() {
        try {
            thread.submit(this::runOnce).get(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
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

    // an exception would cancel all later runs of the scheduled task
    private void runOnce() {
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
            if (!thread.awaitTermination(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(CorrectionLoop.class.getName())
                        .log(System.Logger.Level.WARNING, "stopped while a correction was being applied to the index");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
