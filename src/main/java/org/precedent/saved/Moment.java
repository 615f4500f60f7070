package org.precedent.saved;

import java.time.Instant;

/**
 * An instant with the state of the index at that time. New results are counted from the index state, since a determination
 * read before a visit but committed after it would otherwise never count as new.
 *
 * @param at the time of the clock, for people
 * @param indexAsOf when the newest letter that could be seen was added or changed; {@link Instant#EPOCH} for an empty index
 */
public record Moment(Instant at, Instant indexAsOf) {}
