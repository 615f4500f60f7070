package org.precedent.ingest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The result of ingesting one source.
 *
 * @param path location of the source: a path, {@code archive.zip!/entry} or {@code letters.jsonl!/line 3}
 * @param status the outcome
 * @param id ID of the determination; empty if rejected, or unchanged and therefore not read
 * @param refusal the reason for the rejection; empty unless rejected
 */
public record FileResult(String path, Status status, Optional<String> id, Optional<LetterRead.Refused> refusal) {
    /**
     * Outcomes of ingesting a source.
     */
    public enum Status {
        /** A new determination was added. */
        INDEXED,
        /** A determination replaced its previous version. */
        REPLACED,
        /** The same content is already indexed; nothing was written. */
        UNCHANGED,
        /** Nothing was stored. */
        REJECTED;

        /**
         * Whether the index was changed.
         */
        public boolean isWritten() {
            return this == INDEXED || this == REPLACED;
        }

        /**
         * Returns the name used in reports: {@code indexed}.
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static FileResult rejected(String path, LetterRead.Refused refusal) {
        return new FileResult(path, Status.REJECTED, Optional.empty(), Optional.of(refusal));
    }

    static FileResult done(String path, Status status, String id) {
        return new FileResult(path, status, Optional.of(id), Optional.empty());
    }

    static FileResult unchanged(String path) {
        return new FileResult(path, Status.UNCHANGED, Optional.empty(), Optional.empty());
    }

    /**
     * Returns the line of a report: {@code {"path","status","id"?,"reason"?,"message"?}}.
     */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("path", path);
        json.put("status", status.label());
        id.ifPresent(i -> json.put("id", i));
        refusal.ifPresent(r -> {
            json.put("reason", r.reason());
            json.put("message", r.message());
        });
        return json;
    }
}
