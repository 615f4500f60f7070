package org.precedent.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;

/**
 * Pseudo-relevance feedback over facet values: facet values that the top-ranked issues of a widened search share, such as a treatment or
 * a ground of decision, boost other issues that have them. Affects only the ranking, never which issues are found.
 */
public final class RelevanceFeedback {
    /** How many of the best issues are looked at. */
    public static final int DEPTH = 10;

    /** The facets whose values say what an issue is about. */
    public static final List<Facet> FACETS = List.of(Facet.TREATMENT, Facet.REGION, Facet.MODALITY, Facet.REASON);

    /** What a value that all the best issues and no others have weighs, as a share of the sum of the words' idf. */
    private static final double SHARE = 0.025;

    /** How much more the very best issues count than the others: the power their scores are raised to. */
    private static final int SHARPNESS = 4;

    private RelevanceFeedback() {}

    /**
     * One of the best issues.
     *
     * @param score by the words of the query
     * @param values its values of {@link #FACETS}, those above them included
     */
    public record Best(double score, Collection<FacetValue> values) {}

    /**
     * The best issues that count: the first {@value #DEPTH}, less those whose score ties with the next, because among equals nothing but
     * their place in the index would decide.
     *
     * @param ranked the best issues, best first, one more than {@value #DEPTH} where there are as many
     */
    public static List<Best> distinct(List<Best> ranked) {
        if (ranked.size() <= DEPTH) {
            return ranked;
        }
        double next = ranked.get(DEPTH).score();
        return ranked.stream().limit(DEPTH).filter(b -> b.score() > next).toList();
    }

    /**
     * What each value adds to the score of an issue that has it; only values more frequent among the best issues than elsewhere.
     *
     * @param best issues ranked by the words alone
     * @param share of all issues that have a value, from 0 to 1
     * @param sumOfIdf of the words of the query
     */
    public static Map<FacetValue, Float> weights(List<Best> best, ToDoubleFunction<FacetValue> share, double sumOfIdf) {
        double sum = best.stream().mapToDouble(RelevanceFeedback::power).sum();
        var frequent = new LinkedHashMap<FacetValue, Double>();
        for (var issue : best) {
            for (var value : issue.values()) {
                frequent.merge(value, power(issue) / sum, Double::sum);
            }
        }
        var weights = new LinkedHashMap<FacetValue, Float>();
        frequent.forEach((value, frequency) -> {
            double excess = frequency - share.applyAsDouble(value);
            if (excess > 0) {
                weights.put(value, (float) (SHARE * sumOfIdf * excess));
            }
        });
        return weights;
    }

    private static double power(Best issue) {
        return Math.pow(issue.score(), SHARPNESS);
    }
}
