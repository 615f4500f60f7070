package org.precedent.web.site;

import java.util.List;
import java.util.Optional;

/**
 * Result of the integrity check that runs while the server works. Thread-safe.
 */
public final class IntegrityStatus {
    static final String DAMAGED = "damaged";

    private volatile Optional<List<String>> damage = Optional.empty();

    /**
     * The check is done.
     *
     * @param found what is damaged and what to do, one sentence each; empty when all is sound
     */
    public void report(List<String> found) {
        damage = Optional.of(List.copyOf(found));
    }

    /**
     * {@code running}, {@code sound} or {@code damaged}.
     */
    String state() {
        return damage.map(d -> d.isEmpty() ? "sound" : DAMAGED).orElse("running");
    }

    /**
     * What is damaged, as far as that is known.
     */
    List<String> damage() {
        return damage.orElse(List.of());
    }
}
