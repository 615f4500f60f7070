package org.precedent.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The fictional letters that come with the program, for a first visit.
 */
final class BundledSamples {
    private static final String FOLDER = "/samples/";

    private BundledSamples() {}

    /**
     * Writes the letters into a folder, each under its own name.
     *
     * @return the files written
     */
    static List<Path> unpack(Path folder) throws IOException {
        List<String> names;
        try (var index = open("index.txt")) {
            names = new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(name -> !name.isBlank())
                    .toList();
        }
        for (var name : names) {
            try (var letter = open(name)) {
                Files.copy(letter, folder.resolve(name));
            }
        }
        return names.stream().map(folder::resolve).toList();
    }

    private static InputStream open(String name) {
        var in = BundledSamples.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalStateException(FOLDER + name + ": missing from the class path");
        }
        return in;
    }
}
