package org.precedent.document.pdf;

import static org.precedent.document.Extracted.rejected;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted;
import org.precedent.document.Extracted.Reason;

/**
 * Pool of worker processes that read PDFs with limited memory and are killed when they take too long. Processes are started on demand and
 * reused; those still running end together with this process.
 */
final class PdfProcessPool implements AutoCloseable {
    private static final String HEAP = "-Xmx384m";

    /** Exit code of a JVM that ends because of {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    /** Exit code of a process killed by signal 9, as by the Linux out-of-memory killer. */
    private static final int KILLED = 137;

    /** Extra time on top of the time limit of the file, for startup and for the worker's own timeout. */
    private static final Duration EXTRA_TIME = Duration.ofSeconds(15);

    private static final ScheduledExecutorService KILLER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pdf-process-killer").daemon().factory());

    private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();

    Extracted read(byte[] bytes, DocumentOptions options) throws IOException {
        var reused = idle.pollLast();
        var worker = reused == null ? Worker.start() : reused;
        var answer = worker.read(new PdfProcess.Request(options, () -> bytes), time(options));
        if (worker.process.isAlive()) {
            idle.addLast(worker);
        }
        return answer;
    }

    private static Duration time(DocumentOptions options) {
        var time = options.limits().time().plus(EXTRA_TIME);
        return options.ocr().isPresent() ? time.plus(TextRecognition.MAX_TIME) : time;
    }

    @Override
    public void close() {
        for (var worker = idle.poll(); worker != null; worker = idle.poll()) {
            worker.kill();
        }
    }

    /**
     * A worker process.
     */
    private record Worker(Process process, DataInputStream in, DataOutputStream out) {
        static Worker start() throws IOException {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var builder = new ProcessBuilder(List.of(
                            java,
                            HEAP,
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-Djava.awt.headless=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            PdfProcess.class.getName()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            // options meant for the main process, such as a choice of garbage collector, could keep the worker from
            // starting
            builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
            var process = builder.start();
            return new Worker(
                    process,
                    new DataInputStream(new BufferedInputStream(process.getInputStream())),
                    new DataOutputStream(new BufferedOutputStream(process.getOutputStream())));
        }

        Extracted read(PdfProcess.Request request, Duration allowed) {
            var kill = KILLER.schedule(this::kill, allowed.toMillis(), TimeUnit.MILLISECONDS);
            try {
                request.write(out);
                return PdfProcess.handle(in);
            } catch (IOException e) {
                return rejection(kill.isDone(), allowed, e);
            } finally {
                kill.cancel(false);
            }
        }

        /** Returns the exit code of a process whose streams have ended; kills the process if it is still running. */
        private int exitCode() {
            process.onExit()
                    .completeOnTimeout(process, EXTRA_TIME.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            kill();
            return process.onExit().join().exitValue();
        }

        void kill() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }

        private Extracted rejection(boolean wasKilled, Duration allowed, IOException cause) {
            if (wasKilled) {
                return rejected(
                        Reason.TOO_SLOW,
                        "reading took longer than " + allowed.toSeconds()
                                + " s: expected less; the file may be damaged, print it to a new PDF");
            }
            int code = exitCode();
            if (code == OUT_OF_MEMORY || code == KILLED) {
                return rejected(
                        Reason.TOO_MUCH_MEMORY,
                        "reading took more memory than a determination can need; the file may be damaged, print it to"
                                + " a new PDF");
            }
            throw new UncheckedIOException("the process that reads PDFs ended with exit code " + code, cause);
        }
    }
}
