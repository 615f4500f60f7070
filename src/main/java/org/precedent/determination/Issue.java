package org.precedent.determination;

import java.util.List;
import java.util.Optional;

/**
 * A disputed issue of a determination: the unit of search.
 *
 * @param number one-based position in the determination
 * @param request the disputed item as printed in the issue's heading, without leading number and decision
 * @param decision the decision on the item
 * @param subject what the request is for
 * @param reviewerGuidelines the guidelines the reviewer relied on
 * @param administratorGuidelines the guidelines the claims administrator's utilization review relied on
 * @param reasoning the reviewer's rationale and the reasons found in it
 */
public record Issue(
        int number,
        Located<String> request,
        Located<Decision> decision,
        Subject subject,
        GuidelineLine reviewerGuidelines,
        GuidelineLine administratorGuidelines,
        Reasoning reasoning) {
    public Issue {
        if (number < 1) {
            throw new IllegalArgumentException("issue number " + number + ": expected 1 or more");
        }
    }

    /**
     * Creates an issue with no reasons.
     */
    public Issue(
            int number,
            Located<String> request,
            Located<Decision> decision,
            Subject subject,
            GuidelineLine reviewerGuidelines,
            GuidelineLine administratorGuidelines,
            Optional<Located<String>> rationale) {
        this(
                number,
                request,
                decision,
                subject,
                reviewerGuidelines,
                administratorGuidelines,
                new Reasoning(rationale, List.of()));
    }

    /**
     * Returns the reviewer's rationale; empty if the text ends before it.
     */
    public Optional<Located<String>> rationale() {
        return reasoning.rationale();
    }

    /**
     * Returns the reasons for the decision, in the order in which the rationale gives them.
     */
    public List<Reason> reasons() {
        return reasoning.reasons();
    }

    /**
     * The rationale for a decision and the reasons found in it.
     *
     * @param rationale the reviewer's text; empty if the text ends before it
     * @param reasons the reasons, in the order in which the rationale gives them, each code at most once; may be empty
     */
    public record Reasoning(Optional<Located<String>> rationale, List<Reason> reasons) {
        public Reasoning {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The guideline line of one side: its text and the citations in it.
     *
     * @param text the line as printed, without its label, as folded text; empty if it is missing
     * @param citations the guidelines cited, in order, without duplicates; empty if the line says that none was relied on
     */
    public record GuidelineLine(Optional<Located<String>> text, List<Citation> citations) {
        /**
         * The line is missing.
         */
        public static final GuidelineLine NONE = new GuidelineLine(Optional.empty(), List.of());

        public GuidelineLine {
            citations = List.copyOf(citations);
        }
    }
}
