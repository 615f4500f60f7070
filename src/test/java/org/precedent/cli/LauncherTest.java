package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs the distribution's launcher with a real JVM and a program that prints how it was started.
 */
class LauncherTest {
    @TempDir
    private Path home;

    /** Prints the garbage collectors, the size of the heap, the encoding of file names, and the arguments. */
    static final class Started {
        private Started() {}

        public static void main(String... args) {
            var collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .map(GarbageCollectorMXBean::getName)
                    .collect(Collectors.joining(" "));
            var heap = "heap " + megabytes("InitialHeapSize") + " to " + megabytes("MaxHeapSize") + " MB";
            System.out.println(String.join(
                    " | ", collectors, heap, System.getProperty("sun.jnu.encoding"), String.join(" ", args)));
        }

        private static long megabytes(String option) {
            var jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return Long.parseLong(jvm.getVMOption(option).getValue()) >> 20;
        }
    }

    @BeforeEach
    void install() throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.copy(Path.of("src/main/launcher/precedent"), home.resolve("bin/precedent"));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Started.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Path.of("target/test-classes").toAbsolutePath().toUri().toString());
        try (var jar = new JarOutputStream(Files.newOutputStream(home.resolve("lib/precedent.jar")), manifest)) {
            jar.finish();
        }
    }

    @Test
    void takesTheSerialCollectorAndPassesArgumentsOn() throws IOException, InterruptedException {
        var said = start("", "");
        assertTrue(said.startsWith("Copy MarkSweepCompact | heap 1024 to 1024 MB | "), said);
        assertTrue(said.endsWith("| search two words"), said);
    }

    // services and cron jobs run without a locale; a locale with another encoding is left alone
    @ParameterizedTest
    @CsvSource({"LANG,''", "LANG,C", "LC_ALL,POSIX", "LANG,C.UTF-8", "LC_ALL,C.utf8"})
    void readsNamesOfFilesAsUtf8WhateverTheLocale(String variable, String locale)
            throws IOException, InterruptedException {
        var said = start(variable, locale);
        assertTrue(said.contains(" | UTF-8 | "), said);
    }

    @ParameterizedTest
    @CsvSource({
        "JAVA_TOOL_OPTIONS, -XX:+UseParallelGC, PS",
        "JAVA_TOOL_OPTIONS, -XX:+UseG1GC, G1",
        "JDK_JAVA_OPTIONS, -XX:+UseZGC, ZGC",
        "_JAVA_OPTIONS, -XX:+UseParallelGC, PS",
        "PRECEDENT_JAVA_OPTS, -XX:+UseParallelGC, PS",
        "JAVA_TOOL_OPTIONS, -XX:+UseSerialGC, Copy",
        "JAVA_TOOL_OPTIONS, -Dsome.where=/opt/GC/lib, Copy"
    })
    void startsWithTheCollectorOfTheEnvironment(String variable, String option, String collector)
            throws IOException, InterruptedException {
        var said = start(variable, option);
        assertTrue(said.startsWith(collector), said);
        assertTrue(said.contains(" | heap 1024 to 1024 MB | "), said);
    }

    @ParameterizedTest
    @CsvSource({
        "PRECEDENT_JAVA_OPTS, -Xmx256m, to 256 MB",
        "PRECEDENT_JAVA_OPTS, -Xms64m -Xmx128m -XX:+UseSerialGC, heap 64 to 128 MB",
        "PRECEDENT_JAVA_OPTS, -Xms2g, heap 2048 to",
        "PRECEDENT_JAVA_OPTS, -XX:MaxHeapSize=256m, to 256 MB",
        "JAVA_TOOL_OPTIONS, -Xmx256m, to 256 MB",
        "JDK_JAVA_OPTIONS, -Xmx2g, to 2048 MB",
        "_JAVA_OPTIONS, -Xmx256m, to 256 MB"
    })
    void startsWithTheHeapOfTheEnvironment(String variable, String option, String heap)
            throws IOException, InterruptedException {
        var said = start(variable, option);
        assertTrue(said.contains(heap), said);
    }

    private String start(String variable, String value) throws IOException, InterruptedException {
        var launcher = new ProcessBuilder("sh", home.resolve("bin/precedent").toString(), "search", "two words");
        var environment = launcher.environment();
        environment.keySet().removeIf(name -> name.contains("JAVA") || name.startsWith("LC_") || name.equals("LANG"));
        environment.put("PRECEDENT_JAVA_HOME", System.getProperty("java.home"));
        if (!variable.isEmpty()) {
            environment.put(variable, value);
        }
        launcher.redirectError(home.resolve("stderr").toFile());
        var process = launcher.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), Files.readString(home.resolve("stderr")));
        return said;
    }
}
