package org.precedent.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.precedent.determination.Decision;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.interpret.DecisionCounts;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.OverturnRate;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageText;

/**
 * A stacked bar of how the issues of a result were decided. It ignores a filter on the decision itself, so that the proportions remain
 * visible.
 *
 * @param parts one per decision that occurs, in the order of the decisions
 * @param sentence the proportions in words; only counts if there are too few issues for a percentage
 */
public record OutcomeBar(List<Part> parts, String sentence) {
    public OutcomeBar {
        parts = List.copyOf(parts);
    }

    /**
     * Segment of the bar for one decision.
     *
     * @param kind CSS color class of the segment
     * @param label name of the decision
     * @param issues number of issues, formatted
     * @param x start, in thousandths of the bar
     * @param width in thousandths of the bar
     * @param href URL that selects the decision
     */
    public record Part(String kind, String label, String issues, long x, long width, String href) {}

    /**
     * Builds the bar for a result; empty if the result is empty.
     *
     * @param base overturn rate of the whole index, for comparison; empty if it would be the same
     */
    public static Optional<OutcomeBar> of(PageAddress address, DecisionCounts decisions, Optional<OverturnRate> base) {
        long all = decisions.issues().values().stream().mapToLong(n -> n).sum();
        if (all == 0) {
            return Optional.empty();
        }
        var parts = new ArrayList<Part>();
        long before = 0;
        for (var decision : Decision.values()) {
            long issues = decisions.issues().getOrDefault(decision, 0L);
            if (issues > 0) {
                long x = before * 1000 / all;
                parts.add(part(address, decision, issues, x, (before + issues) * 1000 / all - x));
                before += issues;
            }
        }
        return Optional.of(new OutcomeBar(parts, sentence(decisions, base)));
    }

    private static Part part(PageAddress address, Decision decision, long issues, long x, long width) {
        SearchRequest request = address.request();
        var chosen = request.with(request.selection().with(new FacetValue(Facet.DECISION, decision.label())));
        return new Part(
                DecisionView.kind(decision),
                decision.label(),
                PageText.number(issues),
                x,
                width,
                address.urlOf(chosen));
    }

    /**
     * The overturn rate as a short text for the line above the results; empty if the result is empty.
     */
    static Optional<String> rate(DecisionCounts decisions) {
        var rate = OverturnRate.ofDecisions(decisions.issues());
        return rate.total() == 0 ? Optional.empty() : Optional.of(rate(decisions, rate));
    }

    private static String rate(DecisionCounts decisions, OverturnRate rate) {
        return PageText.number(rate.overturned()) + " of " + PageText.number(rate.total()) + " overturned"
                + (rate.hasEnoughIssues() ? String.format(Locale.US, ", %.1f%%", rate.percent()) : "")
                + (decisions.constrained() ? " (ignoring the decision filter)" : "");
    }

    private static String sentence(DecisionCounts decisions, Optional<OverturnRate> base) {
        var rate = OverturnRate.ofDecisions(decisions.issues());
        var outcomes = decisions.constrained() ? " such " : " ";
        var issues = PageText.count(rate.total(), "issue").replaceFirst(" ", outcomes);
        var counts = PageText.number(rate.overturned()) + " of " + issues + " overturned"
                + (decisions.constrained() ? ", ignoring the decision filter" : "");
        if (!rate.hasEnoughIssues()) {
            return counts + " (too few for a percentage)";
        }
        return counts
                + String.format(
                        Locale.US, ": %.1f%% (95%% interval %.1f to %.1f)", rate.percent(), rate.low(), rate.high())
                + base.filter(OverturnRate::hasEnoughIssues)
                        .map(b -> String.format(Locale.US, "; %.1f%% in the whole index", b.percent()))
                        .orElse("");
    }
}
