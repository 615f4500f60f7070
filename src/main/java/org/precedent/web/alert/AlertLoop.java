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
    private final Duration interval;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("alerts").factory());

    private AlertLoop(AlertRun run, Duration interval) {
        this.run = run;
        this.interval = interval;
    }

    /**
     * Starts the loop.
     *
     * @param interval interval between checks of a saved search or folder; zero to send confirmations only
     */
    public static AlertLoop start(AlertRun run, Duration interval) {
        var loop = new AlertLoop(run, interval);
        // runs until shutdown; nothing waits for its result
        var unused = loop.thread.scheduleWithFixedDelay(loop::runOnce, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
        return loop;
    }

    // the executor stops repeating a task that throws
    private void runOnce() {
        try {
            if (!interval.isZero()) {
                run.queue(interval);
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
