package org.precedent.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Tab-separated tables of inputs and expected values in {@code src/test/resources/parse}.
 */
public final class ParseTable {
    private ParseTable() {}

    /**
     * The rows of a table, without comments.
     *
     * @param name file name without extension
     */
    public static Stream<String> rows(String name) {
        try (var in = Objects.requireNonNull(ParseTable.class.getResourceAsStream("/parse/" + name + ".tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
