package org.precedent.web.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.precedent.saved.RandomId;

/**
 * In-memory session store. A session lasts one working day; a restart signs everybody out.
 */
final class Sessions {
    /** A working day. */
    static final Duration LASTS = Duration.ofHours(12);

    private static final int MOST = 10_000;

    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Starts a session.
     *
     * @return its random id
     */
    String begin() {
        if (ends.size() >= MOST) {
            makeRoom();
        }
        var name = RandomId.next() + RandomId.next();
        ends.put(name, clock.instant().plus(LASTS));
        return name;
    }

    boolean holds(String name) {
        var end = ends.get(name);
        return end != null && end.isAfter(clock.instant());
    }

    void end(String name) {
        ends.remove(name);
    }

    private void makeRoom() {
        ends.values().removeIf(end -> !end.isAfter(clock.instant()));
        ends.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .limit(Math.max(0, ends.size() - MOST / 2))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(ends::remove);
    }
}
