package org.precedent.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lay and clinical words that are related in meaning without being synonyms, from {@code neighbor.tsv}. They affect ranking, match in
 * place of a word in a widened search, and help find related issues; they never change an exact result. Immutable.
 */
public final class Neighbors {
    private static final String RESOURCE = "/vocabulary/neighbor.tsv";
    private static final int COLUMNS = 5;
    private static final int MAX_WORDS = 4;

    private final Map<List<String>, List<List<String>>> near = new HashMap<>();

    /**
     * Loads the built-in neighbors, each expanded with its synonyms and the members of its class.
     */
    public Neighbors(Tokenizer tokenizer, Synonyms synonyms) {
        for (var cells : read()) {
            var neighbors = new LinkedHashSet<List<String>>();
            for (var form : cells[2].split("\\|", -1)) {
                var stems = tokenizer.stems(form);
                neighbors.add(stems);
                neighbors.addAll(synonyms.expand(stems));
            }
            for (var typed : cells[1].split("\\|", -1)) {
                near.put(tokenizer.stems(typed), List.copyOf(neighbors));
            }
        }
    }

    private static List<String[]> read() {
        try (var in = Neighbors.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + ": missing from the class path");
            }
            var rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
            rows.stream().filter(row -> row.length != COLUMNS).findFirst().ifPresent(row -> {
                throw new IllegalStateException(RESOURCE + ": the line of \"" + row[0] + "\" has " + row.length
                        + " columns; expected " + COLUMNS);
            });
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the stem sequences of the neighbors for each typed expression that has any, in the order typed; the longest expression at
     * each position wins.
     *
     * @param words stems of each typed word
     */
    public List<List<List<String>>> sequences(List<List<String>> words) {
        return find(words).stream().map(Found::sequences).toList();
    }

    /**
     * A typed expression and its neighbors.
     *
     * @param first index of its first word
     * @param length number of words
     * @param sequences stem sequences of the neighbors
     */
    public record Found(int first, int length, List<List<String>> sequences) {}

    /**
     * Finds the expressions that have neighbors, in the order typed; the longest at each position wins.
     *
     * @param words stems of each typed word
     */
    public List<Found> find(List<List<String>> words) {
        var found = new ArrayList<Found>();
        int at = 0;
        while (at < words.size()) {
            int length = longest(words, at);
            if (length > 0) {
                found.add(new Found(at, length, near.getOrDefault(stems(words, at, length), List.of())));
            }
            at += Math.max(1, length);
        }
        return found;
    }

    private int longest(List<List<String>> words, int at) {
        for (int length = Math.min(MAX_WORDS, words.size() - at); length > 0; length--) {
            if (near.containsKey(stems(words, at, length))) {
                return length;
            }
        }
        return 0;
    }

    private static List<String> stems(List<List<String>> words, int at, int length) {
        return words.subList(at, at + length).stream().flatMap(List::stream).toList();
    }

    /** The stems of every expression that has neighbors, for validation of the table. */
    Stream<List<String>> typed() {
        return near.keySet().stream();
    }
}
