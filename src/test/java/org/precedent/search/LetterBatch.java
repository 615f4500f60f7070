package org.precedent.search;

import java.time.Instant;
import java.util.List;
import org.precedent.determination.Determination;

/**
 * Determinations ingested in one commit.
 *
 * @param at time of the commit
 * @param letters new determinations, or new versions of earlier ones
 */
public record LetterBatch(Instant at, List<Determination> letters) {}
