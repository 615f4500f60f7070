package org.precedent.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.precedent.determination.Span;
import org.precedent.search.query.Query;

/** A simple reader of the neighbor table: the phrases that are near in meaning to a typed word. */
final class TestNeighbors {
    private TestNeighbors() {}

    /** The neighbors of each word, as phrases. */
    static Map<String, List<Query>> read() {
        try (var in = Objects.requireNonNull(TestNeighbors.class.getResourceAsStream("/vocabulary/neighbor.tsv"))) {
            var neighbors = new HashMap<String, List<Query>>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(row ->
                            Stream.of(row[1].split("\\|")).forEach(typed -> neighbors.put(typed, phrases(row[2]))));
            return neighbors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Query> phrases(String forms) {
        return Stream.of(forms.split("\\|"))
                .map(form -> (Query) new Query.Phrase(form, new Span(0, 0)))
                .toList();
    }
}
