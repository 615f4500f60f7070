package org.precedent.web;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Operating system programs that some tests need. On machines that must have them, a missing program is a failure.
 */
public final class SystemTool {
    private SystemTool() {}

    /**
     * Finds a program. Returns empty, and prints a note, on a machine without it.
     */
    public static Optional<Path> find(String name) {
        var folders = Stream.concat(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)),
                Stream.of("/usr/sbin", "/usr/local/sbin"));
        var found = folders.filter(f -> !f.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
            fail(name + ": not installed, and CI=true: .ci/run installs it");
        }
        if (found.isEmpty()) {
            System.out.println("tests with " + name + ": not run, for it is not installed");
        }
        return found;
    }
}
