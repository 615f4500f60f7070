package org.precedent.saved;

import java.time.Instant;

/**
 * When somebody looked, and how far the index had come then. What is new is asked by the second: a letter whose reading began
 * before a look but ended after it would otherwise never count as new.
 *
 * @param at the time of the clock, for people
 * @param indexAsOf when the newest letter that could be seen was added or changed; {@link Instant#EPOCH} for an empty index
 */
public record Moment(Instant at, Instant indexAsOf) {}
