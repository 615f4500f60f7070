package org.precedent.web.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.precedent.saved.RandomId;

/**
 * Signed session tokens: expiry, random ID and a signature of both. The server stores no sessions, so any server with the same key accepts
 * a token. Only sessions that a user signed out of are remembered until they expire, and only by the server that handled the sign-out.
 */
final class Sessions {
    /** Lifetime of a session: a working day. */
    static final Duration LIFETIME = Duration.ofHours(12);

    private static final int MAX_ENDED = 10_000;

    private static final Pattern TOKEN = Pattern.compile("((\\d{1,12})\\.[0-9A-Za-z]{22})\\.([0-9A-Za-z_-]{43})");

    private final SessionKey key;
    private final InstantSource clock;
    private final Map<String, Instant> signedOut = new ConcurrentHashMap<>();

    Sessions(SessionKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Content of a valid token. */
    private record Session(String signed, Instant end) {}

    /**
     * Creates a session.
     *
     * @return its token
     */
    String begin() {
        var signed = clock.instant().plus(LIFETIME).getEpochSecond() + "." + RandomId.next();
        return signed + "." + key.sign(signed);
    }

    boolean isValid(String token) {
        return read(token).isPresent();
    }

    void end(String token) {
        read(token).ifPresent(session -> {
            if (signedOut.size() >= MAX_ENDED) {
                makeRoom();
            }
            signedOut.put(session.signed, session.end);
        });
    }

    private Optional<Session> read(String token) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches() || !key.verifies(parts.group(1), parts.group(3))) {
            return Optional.empty();
        }
        var session = new Session(parts.group(1), Instant.ofEpochSecond(Long.parseLong(parts.group(2))));
        return Optional.of(session)
                .filter(s -> s.end.isAfter(clock.instant()))
                .filter(s -> !signedOut.containsKey(s.signed));
    }

    private void makeRoom() {
        signedOut.values().removeIf(end -> !end.isAfter(clock.instant()));
        signedOut.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .limit(Math.max(0, signedOut.size() - MAX_ENDED / 2))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(signedOut::remove);
    }
}
