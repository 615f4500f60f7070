package org.precedent.determination;

import java.util.Optional;

/**
 * The letter's header block.
 *
 * @param caseNumber {@code CM16-0213037}; empty where the letter bears none
 * @param dates the five dates
 * @param priority {@code Standard} or {@code Expedited}; empty where not stated
 */
public record CaseHeader(Optional<Located<String>> caseNumber, Dates dates, Optional<Located<String>> priority) {}
