package org.precedent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * Every class on the class path, the program's and its libraries', can be loaded by Java 21. Classes for newer releases in multi-release
 * JARs are skipped, because Java 21 does not load them.
 */
class OldestJavaTest {
    /** Class file version of Java 21. */
    private static final int JAVA_21 = 65;

    @Test
    void noClassNeedsANewerJavaVersion() throws IOException {
        var newer = new ArrayList<String>();
        int classes = 0;
        var entries = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (var entry : entries.split(File.pathSeparator, -1)) {
            var path = Path.of(entry);
            if (Files.isDirectory(path)) {
                classes += folder(path, newer);
            } else if (entry.endsWith(".jar") && Files.exists(path)) {
                classes += jar(path, newer);
            }
        }
        assertEquals(List.of(), newer);
        assertTrue(classes > 5_000, classes + " classes were looked at");
    }

    private static int folder(Path folder, List<String> newer) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            var classes = files.filter(f -> f.toString().endsWith(".class")).toList();
            for (var file : classes) {
                try (var in = new DataInputStream(Files.newInputStream(file))) {
                    check(in, file.toString(), newer);
                }
            }
            return classes.size();
        }
    }

    private static int jar(Path jar, List<String> newer) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            var classes = zip.stream()
                    .filter(e -> e.getName().endsWith(".class")
                            && !e.getName().startsWith("META-INF/versions/")
                            && !e.getName().endsWith("module-info.class"))
                    .toList();
            for (var entry : classes) {
                try (var in = new DataInputStream(zip.getInputStream(entry))) {
                    check(in, jar.getFileName() + "!/" + entry.getName(), newer);
                }
            }
            return classes.size();
        }
    }

    private static void check(DataInputStream in, String name, List<String> newer) throws IOException {
        assertEquals(0xCAFEBABE, in.readInt(), name);
        in.readUnsignedShort();
        int version = in.readUnsignedShort();
        if (version > JAVA_21) {
            newer.add(name + " needs Java " + (version - 44));
        }
    }
}
