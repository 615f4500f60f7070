package org.precedent.web.view;

import org.precedent.determination.Decision;

/**
 * A decision as a badge that states both sides: the decision and its effect.
 *
 * @param kind {@code upheld}, {@code overturned} or {@code partly}: names the icon and the color
 * @param label the decision as worded in determinations
 * @param effect what the decision means for the treatment
 */
public record DecisionView(String kind, String label, String effect) {
    /**
     * Returns the badge of a decision.
     */
    public static DecisionView of(Decision decision) {
        return new DecisionView(kind(decision), decision.label(), decision.effect());
    }

    public static String kind(Decision decision) {
        return switch (decision) {
            case UPHELD -> "upheld";
            case OVERTURNED -> "overturned";
            case PARTLY_OVERTURNED -> "partly";
        };
    }
}
