package org.precedent.ingest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The result of one source.
 *
 * @param path where it is: a path, {@code archive.zip!/entry} or {@code letters.jsonl!/line 3}
 * @param status what was done
 * @param id of the letter; empty when rejected, or unchanged and therefore not read
 * @param refusal why it was rejected; empty unless it was
 */
public record FileResult(String path, Status status, Optional<String> id, Optional<LetterRead.Refused> refusal) {
    /**
     * What can be done with a source.
     */
    public enum Status {
        /** A new determination was added. */
        INDEXED,
        /** A determination replaced its previous version. */
        REPLACED,
        /** It is kept already; nothing was written. */
        UNCHANGED,
        /** Nothing is kept of it. */
        REJECTED;

        /**
         * Whether something was written.
         */
        public boolean isWritten() {
            return this == INDEXED || this == REPLACED;
        }

        /**
         * The name in reports: {@code indexed}.
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
     * Its line in a report: {@code {"path","status","id"?,"reason"?,"message"?}}.
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
