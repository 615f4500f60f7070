package org.precedent.determination;

import java.util.List;
import java.util.Optional;

/**
 * A disputed issue of a determination: the unit of search.
 *
 * @param number one-based position in the determination
 * @param request the disputed item as printed in the issue's heading, without leading number and decision
 * @param decision what was decided on it
 * @param subject what the request is about
 * @param reviewerGuidelines what the reviewer relied on
 * @param administratorGuidelines what the claims administrator's utilization review relied on
 * @param reasoning the reviewer's rationale, with the grounds found in it
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
     * An issue whose rationale has not been searched for reasons.
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
     * The reviewer's text; empty where the text ends before it.
     */
    public Optional<Located<String>> rationale() {
        return reasoning.rationale();
    }

    /**
     * The grounds of the decision, in the order of their evidence in the rationale.
     */
    public List<Reason> reasons() {
        return reasoning.reasons();
    }

    /**
     * Why an issue was decided as it was.
     *
     * @param rationale the reviewer's text; empty where the text ends before it
     * @param reasons the grounds found in it, in the order of their evidence, each code at most once; empty when none was
     */
    public record Reasoning(Optional<Located<String>> rationale, List<Reason> reasons) {
        public Reasoning {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The guideline line of one side: its text and the citations in it.
     *
     * @param text the line as printed, folded, without its label; empty if it has none
     * @param citations what it cites, in order, without repeats; empty when it says that nothing was relied on
     */
    public record GuidelineLine(Optional<Located<String>> text, List<Citation> citations) {
        /**
         * The letter has no such line.
         */
        public static final GuidelineLine NONE = new GuidelineLine(Optional.empty(), List.of());

        public GuidelineLine {
            citations = List.copyOf(citations);
        }
    }
}
