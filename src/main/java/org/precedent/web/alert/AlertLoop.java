package org.precedent.web.alert;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Background loop of alerts: sends mails within seconds, and checks every saved search and folder with alerts once per interval, regardless
 * of restarts.
 */
public final class AlertLoop implements AutoCloseable {
    private static final long PAUSE_SECONDS = 10;
    private static final long STOPPING_SECONDS = 5;

    private final AlertRun run;
    private final Duration every;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("alerts").factory());

    private AlertLoop(AlertRun run, Duration every) {
        this.run = run;
        this.every = every;
    }

    /**
     * Starts the loop.
     *
     * @param every interval between checks of a saved search or folder; zero to send confirmations only
     */
    public static AlertLoop start(AlertRun run, Duration every) {
        var loop = new AlertLoop(run, every);
        // runs until shutdown; nothing waits for its result
        var unused = loop.thread.scheduleWithFixedDelay(loop::runOnce, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
        return loop;
    }

    // the executor stops repeating a task that throws
    private void runOnce() {
        try {
            if (!every.isZero()) {
                run.queue(every);
            }
            run.send();
        } catch (RuntimeException e) {
            System.getLogger(AlertLoop.class.getName())
                    .log(System.Logger.Level.ERROR, "alerts interrupted; will be retried soon", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(STOPPING_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(AlertLoop.class.getName())
                        .log(System.Logger.Level.WARNING, "stopped while a mail was being sent");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
