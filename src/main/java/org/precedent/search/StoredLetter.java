package org.precedent.search;

import java.time.Instant;
import java.util.List;
import org.precedent.determination.Determination;
import org.precedent.determination.Span;
import org.precedent.search.query.TextField;

/**
 * A determination as stored in the engine, with the times it was added and changed.
 *
 * @param determination the determination
 * @param firstSeen when it was first ingested; survives re-ingest and reindex
 * @param lastChanged when its content last changed
 * @param marks the words that satisfy a query, in the order of the text; empty without a query
 */
public record StoredLetter(Determination determination, Instant firstSeen, Instant lastChanged, List<Mark> marks) {
    public StoredLetter {
        marks = List.copyOf(marks);
    }

    /**
     * A highlighted range within one text of the determination.
     *
     * @param field which text
     * @param issue the issue's number; 0 for texts of the determination as a whole
     * @param span the range within that text
     */
    public record Mark(TextField field, int issue, Span span) {}
}
