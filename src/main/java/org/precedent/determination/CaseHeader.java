package org.precedent.determination;

import java.util.Optional;

/**
 * The case header of a determination: case number, dates and priority.
 *
 * @param caseNumber {@code CM16-0213037}; empty where the letter has none
 * @param dates the five dates
 * @param priority {@code Standard} or {@code Expedited}; empty where not stated
 */
public record CaseHeader(Optional<Located<String>> caseNumber, Dates dates, Optional<Located<String>> priority) {}
