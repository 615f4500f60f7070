package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * The program in a separate process, which can be killed.
 */
final class RealProcess implements AutoCloseable {
    private static final long LOOK_NANOS = 200_000;
    private static final Pattern SITE = Pattern.compile("on http://[^:\\s]+:(\\d+)");

    private final Process process;
    private final Path said;

    private RealProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /**
     * Starts the program.
     *
     * @param folder working folder, where its output is kept, too
     */
    static RealProcess start(Path folder, String... args) {
        return start(folder, List.of(), args);
    }

    /**
     * Starts the program through another command.
     *
     * @param before a command that runs the rest of its command line
     */
    static RealProcess start(Path folder, List<String> before, String... args) {
        return startMain(folder, before, Main.class.getName(), args);
    }

    /**
     * Starts another main class of the program or its tests.
     */
    static RealProcess startMain(Path folder, List<String> before, String main, String... args) {
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xshare:auto",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dprecedent.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                classPath(),
                main));
        command.addAll(List.of(args));
        try {
            var said = Files.createTempFile(folder, "said", ".txt");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            return new RealProcess(builder.start(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // relative class path entries would not resolve from another working folder
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /**
     * Waits until a condition holds, waits a moment longer, and kills the process with SIGKILL.
     *
     * @param moment nanoseconds to wait after the condition holds
     * @return whether the process was still running
     */
    boolean killWhen(BooleanSupplier seen, long moment) {
        await(seen);
        LockSupport.parkNanos(moment);
        boolean atWork = process.isAlive();
        process.destroyForcibly().onExit().join();
        return atWork;
    }

    /**
     * Waits until a condition holds or the process has ended.
     */
    void await(BooleanSupplier seen) {
        while (process.isAlive() && !seen.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /**
     * The port of a server; waits until the server reports it.
     */
    int port() {
        await(() -> SITE.matcher(said()).find());
        var site = SITE.matcher(said());
        assertTrue(site.find(), this::said);
        return Integer.parseInt(site.group(1));
    }

    /**
     * Sends SIGTERM, as a service manager does.
     */
    void terminate() {
        process.destroy();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /**
     * Waits for the process to end.
     *
     * @return its exit code
     */
    int exitCode() {
        return process.onExit().join().exitValue();
    }

    /**
     * Its output so far.
     */
    String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
