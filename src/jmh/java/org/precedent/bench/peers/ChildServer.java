package org.precedent.bench.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server launched from a single source file in a separate JVM with its own class path. It prints "ready" when it accepts requests, and
 * stops when its standard input is closed.
 */
final class ChildServer implements AutoCloseable {
    private static final int SECONDS_TO_STOP = 30;

    private final Process process;

    private ChildServer(Process process) {
        this.process = process;
    }

    /** Starts it with a 2 GB heap and the JVM's default garbage collector; returns when it is ready. */
    static ChildServer start(Path jars, Path source, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms2g",
                "-Xmx2g",
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector",
                "-cp",
                jars.toAbsolutePath() + "/*",
                source.toAbsolutePath().toString()));
        command.addAll(arguments);
        var server = new ChildServer(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws IOException {
        var printed = new StringBuilder();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
            if (line == null) {
                throw new IOException("the server did not start; it printed:\n" + printed);
            }
            printed.append(line).append('\n');
        }
        // the server would block on a full pipe
        Thread.ofVirtual().start(() -> out.lines().forEach(line -> {}));
    }

    /** CPU time used so far, in seconds. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().map(d -> d.toMillis() / 1e3).orElse(Double.NaN);
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
