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
 * A server launched from one source file in a JVM with a class path of its own. It says "ready" when it can be asked, and stops when its
 * standard input ends.
 */
final class ChildServer implements AutoCloseable {
    private static final int SECONDS_TO_STOP = 30;

    private final Process process;

    private ChildServer(Process process) {
        this.process = process;
    }

    /** Starts it with two gigabytes and the collector the JVM chooses; returns when it is ready. */
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
        // a full pipe would stop the server
        Thread.ofVirtual().start(() -> out.lines().forEach(line -> {}));
    }

    /** Seconds of processor time so far. */
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
