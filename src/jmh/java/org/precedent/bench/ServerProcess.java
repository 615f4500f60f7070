package org.precedent.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.precedent.cli.LoadClient;

/**
 * The product's server in a separate process, so that its CPU time and heap are measured without the client's.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final double secondsToFirstPage;

    private ServerProcess(Process process, int port, double secondsToFirstPage) {
        this.process = process;
        this.port = port;
        this.secondsToFirstPage = secondsToFirstPage;
    }

    /** Starts a server on an index, with the launcher's heap and collector; returns once it has served the first page. */
    public static ServerProcess start(BenchIndex index, int port) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var arguments = new ArrayList<>(List.of("serve", "--port", String.valueOf(port)));
        arguments.addAll(index.options());
        var process = command(arguments).inheritIO().start();
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - start > TIMEOUT.toNanos()) {
                process.destroy();
                throw new IOException("the server on port " + port + " did not come up");
            }
            Thread.sleep(5);
        }
        return new ServerProcess(process, port, (System.nanoTime() - start) / 1e9);
    }

    /** A process that runs a command of the product, started as the launcher starts it. */
    static ProcessBuilder command(List<String> arguments) {
        var command = new ArrayList<String>();
        if (arguments.contains("ingest")) {
            command.addAll(List.of("nice", "-n", "10"));
        }
        command.addAll(List.of(
                java(),
                "-Xms1g",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:NewRatio=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dprecedent.exitWithParent=true"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.precedent.cli.Main"));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    private static boolean answers(int port) {
        try (var client = new LoadClient(port)) {
            return client.get("/search.json?q=").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public int port() {
        return port;
    }

    double secondsToFirstPage() {
        return secondsToFirstPage;
    }

    /** CPU time used so far, in seconds. */
    public double cpuSeconds() {
        return process.info().totalCpuDuration().map(d -> d.toMillis() / 1e3).orElse(Double.NaN);
    }

    /** Live heap in megabytes, after a full garbage collection. */
    double liveHeap() throws IOException, InterruptedException {
        var histogram = jcmd("GC.class_histogram");
        var total =
                histogram.lines().filter(l -> l.startsWith("Total")).findFirst().orElse("Total 0 0");
        var cells = total.trim().split("\\s+", -1);
        return Double.parseDouble(cells[cells.length - 1]) / (1 << 20);
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var run = new ProcessBuilder(jcmd, String.valueOf(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        var text = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        run.waitFor();
        return text;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
