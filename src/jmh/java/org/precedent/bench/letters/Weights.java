package org.precedent.bench.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The frequencies of facet values, from {@code weights.tsv}.
 */
final class Weights {
    /** The weight of an unlisted value, relative to the rarest listed one. */
    private static final double UNLISTED = 0.05;

    private final Map<String, Map<String, Double>> byFacet = new HashMap<>();

    private Weights() {}

    static Weights bundled() {
        var weights = new Weights();
        try (var in = Weights.class.getResourceAsStream("weights.tsv")) {
            if (in == null) {
                throw new IllegalStateException("weights.tsv: missing from the class path");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(l -> l.split("\t", -1))
                    .forEach(weights::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return weights;
    }

    /** All listed values of a facet. */
    Weighted<String> of(String facet) {
        return of(facet, List.copyOf(listed(facet).keySet()));
    }

    /** The given values of a facet only. */
    Weighted<String> of(String facet, List<String> values) {
        var listed = listed(facet);
        double rest =
                UNLISTED * listed.values().stream().mapToDouble(w -> w).min().orElse(1);
        return Weighted.by(values, v -> listed.getOrDefault(v, rest));
    }

    private Map<String, Double> listed(String facet) {
        return byFacet.getOrDefault(facet, Map.of());
    }

    private void add(String[] cells) {
        byFacet.computeIfAbsent(cells[0], f -> new TreeMap<>()).put(cells[1], Double.valueOf(cells[2]));
    }
}
