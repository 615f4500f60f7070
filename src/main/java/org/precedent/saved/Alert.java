package org.precedent.saved;

import java.time.Instant;
import java.util.Optional;

/**
 * An address that gets what is new in a saved search by mail.
 *
 * @param id names it
 * @param owner the browser that added it
 * @param search id of the saved search
 * @param address the mail address
 * @param token secret in the links of its mails, by which its reader confirms and ends it
 * @param confirmed when its reader confirmed it; empty before
 * @param sentAsOf the state of the index that was reported last
 */
public record Alert(
        String id,
        Owner owner,
        String search,
        String address,
        String token,
        Optional<Instant> confirmed,
        Instant sentAsOf) {
    /**
     * What a mail says.
     *
     * @param subject one line
     * @param body plain text
     * @param link page of the alert, which ends it
     */
    public record Text(String subject, String body, String link) {}

    /**
     * A mail that is being sent.
     *
     * @param id names it, and stays the same however often it is tried
     * @param address where to
     * @param text what it says
     * @param attempts how often it was tried, with this time
     */
    public record Outgoing(String id, String address, Text text, int attempts) {}
}
