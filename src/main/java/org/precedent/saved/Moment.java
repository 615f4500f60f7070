package org.precedent.saved;

import java.time.Instant;

/**
 * A point in time, with the state of the index at that time. New results are counted from the state of the index, because a determination
 * ingested before a visit but committed after it would otherwise never count as new.
 *
 * @param at clock time, for display
 * @param indexAsOf when the newest visible determination was added or changed; {@link Instant#EPOCH} for an empty index
 */
public record Moment(Instant at, Instant indexAsOf) {}
