package org.precedent.search.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A tab-separated test table; comments and empty lines are skipped.
 */
public final class TestTable {
    private TestTable() {}

    public static List<List<String>> rows(String name) {
        try (var in = TestTable.class.getResourceAsStream("/queries/" + name)) {
            if (in == null) {
                throw new IllegalStateException("/queries/" + name + ": missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("# "))
                    .map(l -> Arrays.asList(l.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
