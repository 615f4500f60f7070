package org.precedent.determination;

import java.util.Optional;

/**
 * One disputed issue of a letter: the unit of search.
 *
 * @param number one-based position in the letter
 * @param request the disputed item as printed in the issue's heading, without leading number and decision
 * @param decision what was decided on it
 * @param subject what the request is about
 * @param reviewerGuidelines what the reviewer relied on
 * @param administratorGuidelines what the claims administrator's utilization review relied on
 * @param rationale the reviewer's reasons; empty where the letter breaks off before them
 */
public record Issue(
        int number,
        Located<String> request,
        Located<Decision> decision,
        Subject subject,
        GuidelineLine reviewerGuidelines,
        GuidelineLine administratorGuidelines,
        Optional<Located<String>> rationale) {
    public Issue {
        if (number < 1) {
            throw new IllegalArgumentException("issue number " + number + ": expected 1 or more");
        }
    }
}
