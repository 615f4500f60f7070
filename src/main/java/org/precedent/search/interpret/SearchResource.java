package org.precedent.search.interpret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Loads the data files of this package.
 */
final class SearchResource {
    private SearchResource() {}

    /** The lines of a file, without comments and empty lines. */
    static List<String> lines(String name) {
        var path = "/search/" + name;
        try (var in = SearchResource.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + ": missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
