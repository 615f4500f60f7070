package org.precedent.saved;

import java.time.Instant;
import java.util.Optional;

/**
 * Email subscription to the new results of a saved search or folder.
 *
 * @param id identifier
 * @param owner the browser that added it
 * @param subject the saved search or folder
 * @param address email address of the recipient
 * @param token secret in the links of its mails, with which the recipient confirms or ends it
 * @param confirmed when the recipient confirmed it; empty before that
 * @param sentAsOf the state of the index that was last reported
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
     * The saved search or folder of an alert.
     *
     * @param kind whether the id is that of a saved search or a folder
     * @param id its unguessable id
     */
    public record Subject(Kind kind, String id) {
        /** Kinds of subjects; the lower-case name is a column of the database. */
        public enum Kind {
            /** A saved search, for its new results. */
            SEARCH("saved search", "/s/"),
            /** A folder, for its issues and similar ones. */
            FOLDER("folder", "/folders/");

            private final String label;
            private final String path;

            Kind(String label, String path) {
                this.label = label;
                this.path = path;
            }

            /**
             * The display name: {@code saved search}.
             */
            public String label() {
                return label;
            }
        }

        /** Creates the subject for a saved search. */
        public static Subject search(String id) {
            return new Subject(Kind.SEARCH, id);
        }

        /** Creates the subject for a folder. */
        public static Subject folder(String id) {
            return new Subject(Kind.FOLDER, id);
        }

        /**
         * Path of the page of the saved search or folder.
         */
        public String path() {
            return kind.path + id;
        }
    }

    /**
     * Content of a mail.
     *
     * @param subject one line
     * @param body plain text
     * @param link URL of the page that manages and ends the alert
     */
    public record Text(String subject, String body, String link) {}

    /**
     * A mail that is being sent.
     *
     * @param id identifier, the same for all attempts
     * @param address recipient address
     * @param text content
     * @param attempts number of attempts, including this one
     */
    public record Outgoing(String id, String address, Text text, int attempts) {}
}
