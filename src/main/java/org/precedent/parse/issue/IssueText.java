package org.precedent.parse.issue;

import java.util.Optional;
import org.precedent.determination.Decision;
import org.precedent.determination.Located;
import org.precedent.parse.text.Range;

/**
 * The text ranges of one issue.
 *
 * @param request the disputed item, without number and decision
 * @param decision the decision and its position
 * @param administrator the claims administrator's guideline line, without its label
 * @param reviewer the reviewer's guideline line, without its label
 * @param rationale the rationale, without its label
 */
public record IssueText(
        Range request,
        Located<Decision> decision,
        Optional<Range> administrator,
        Optional<Range> reviewer,
        Optional<Range> rationale) {}
