package org.precedent.search;

import java.time.Instant;
import java.util.List;
import org.precedent.determination.Determination;
import org.precedent.determination.Span;
import org.precedent.search.query.TextField;

/**
 * A determination as stored in the engine, with the times it was added and changed.
 *
 * @param determination the letter
 * @param firstSeen when it was first ingested; survives re-ingest and reindex
 * @param lastChanged when its content last changed
 * @param marks the words that satisfy a query, in letter order; empty without a query
 */
public record StoredLetter(Determination determination, Instant firstSeen, Instant lastChanged, List<Mark> marks) {
    public StoredLetter {
        marks = List.copyOf(marks);
    }

    /**
     * A marked stretch within one text of the letter.
     *
     * @param field which text
     * @param issue the issue's number; 0 for the letter's own texts
     * @param span where in that text's value
     */
    public record Mark(TextField field, int issue, Span span) {}
}
