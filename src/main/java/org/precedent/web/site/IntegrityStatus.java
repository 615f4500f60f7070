package org.precedent.web.site;

import java.util.List;
import java.util.Optional;

/**
 * Result of the integrity check, which runs in the background. Thread-safe.
 */
public final class IntegrityStatus {
    static final String DAMAGED = "damaged";

    private volatile Optional<List<String>> damage = Optional.empty();

    /**
     * Reports the end of the check.
     *
     * @param found damage and its remedy, one sentence each; empty when there is none
     */
    public void report(List<String> found) {
        damage = Optional.of(List.copyOf(found));
    }

    /**
     * State of the check: {@code running}, {@code sound} or {@code damaged}.
     */
    String state() {
        return damage.map(d -> d.isEmpty() ? "sound" : DAMAGED).orElse("running");
    }

    /**
     * Damage found; empty while the check is running.
     */
    List<String> damage() {
        return damage.orElse(List.of());
    }
}
