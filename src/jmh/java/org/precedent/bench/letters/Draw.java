package org.precedent.bench.letters;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The state of one letter being generated: its random source, the values its sentences refer to, and the text so far.
 */
final class Draw {
    final RandomGenerator random;
    final StringBuilder text = new StringBuilder();
    final Days days;
    private final Map<String, String> values = new HashMap<>();

    Draw(RandomGenerator random, Days days) {
        this.random = random;
        this.days = days;
    }

    void set(String name, String value) {
        values.put(name, value);
    }

    String value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "letters.grammar: {$" + name + "} has no value here, known: " + values.keySet());
        }
        return value;
    }

    /** Returns the text written since the last call, and clears it. */
    String take() {
        var taken = text.toString();
        text.setLength(0);
        return taken;
    }
}
