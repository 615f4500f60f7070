package org.precedent.saved;

import java.time.Instant;
import java.util.Optional;

/**
 * E-mail subscription to the new results of a saved search or folder.
 *
 * @param id names it
 * @param owner the browser that added it
 * @param subject what it is about
 * @param address the mail address
 * @param token secret in the links of its mails, by which its reader confirms and ends it
 * @param confirmed when its reader confirmed it; empty before
 * @param sentAsOf the state of the index that was reported last
 */
public record Alert(
        String id,
        Owner owner,
        Subject subject,
        String address,
        String token,
        Optional<Instant> confirmed,
        Instant sentAsOf) {
    /**
     * What an alert is about.
     *
     * @param kind whether the id is that of a saved search or of a folder
     * @param id unguessable
     */
    public record Subject(Kind kind, String id) {
        /** What an alert can be about; the name in lower case is a column of the database. */
        public enum Kind {
            /** A saved search: its results. */
            SEARCH("saved search", "/s/"),
            /** A folder: its issues, and those like them. */
            FOLDER("folder", "/folders/");

            private final String label;
            private final String path;

            Kind(String label, String path) {
                this.label = label;
                this.path = path;
            }

            /**
             * The name for people: {@code saved search}.
             */
            public String label() {
                return label;
            }
        }

        /** A saved search. */
        public static Subject search(String id) {
            return new Subject(Kind.SEARCH, id);
        }

        /** A folder. */
        public static Subject folder(String id) {
            return new Subject(Kind.FOLDER, id);
        }

        /**
         * The path of its page.
         */
        public String path() {
            return kind.path + id;
        }
    }

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
