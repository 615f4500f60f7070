package org.precedent.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;

/**
 * Pseudo-relevance feedback over facet values: values that the top issues of a widened search share, such as a treatment or a reason for
 * the decision, boost other issues that have them. Affects only ranking, never which issues are found.
 */
public final class RelevanceFeedback {
    /** Number of top issues examined. */
    public static final int DEPTH = 10;

    /** The facets that describe the subject of an issue. */
    public static final List<Facet> FACETS = List.of(Facet.TREATMENT, Facet.REGION, Facet.MODALITY, Facet.REASON);

    /** Weight of a value that all top issues and no others have, as a fraction of the words' total idf. */
    private static final double MAX_WEIGHT = 0.025;

    /** Exponent applied to scores, so that the very best issues count more than the others. */
    private static final int SHARPNESS = 4;

    private RelevanceFeedback() {}

    /**
     * One of the top issues.
     *
     * @param score for the words of the query
     * @param values its values of {@link #FACETS}, including ancestors
     */
    public record Best(double score, Collection<FacetValue> values) {}

    /**
     * Returns the top issues to use: the first {@value #DEPTH}, without those that tie with the next one, since only their position in the
     * index would separate them.
     *
     * @param ranked the top issues, best first; {@value #DEPTH} plus one if there are that many
     */
    public static List<Best> distinct(List<Best> ranked) {
        if (ranked.size() <= DEPTH) {
            return ranked;
        }
        double next = ranked.get(DEPTH).score();
        return ranked.stream().limit(DEPTH).filter(b -> b.score() > next).toList();
    }

    /**
     * Returns the score boost of each value; only for values more frequent among the top issues than overall.
     *
     * @param best issues ranked by the words alone
     * @param share fraction of all issues that have a value, from 0 to 1
     * @param sumOfIdf sum of the query words' inverse document frequencies
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
                weights.put(value, (float) (MAX_WEIGHT * sumOfIdf * excess));
            }
        });
        return weights;
    }

    private static double power(Best issue) {
        return Math.pow(issue.score(), SHARPNESS);
    }
}
