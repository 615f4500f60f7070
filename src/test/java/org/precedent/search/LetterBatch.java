package org.precedent.search;

import java.time.Instant;
import java.util.List;
import org.precedent.determination.Determination;

/**
 * Letters ingested together.
 *
 * @param at when
 * @param letters new ones, or other contents of letters that came before
 */
public record LetterBatch(Instant at, List<Determination> letters) {}
