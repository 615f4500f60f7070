package org.precedent.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.precedent.text.DecidingSentences;
import org.precedent.text.IndexTerms;
import org.precedent.text.TextAnalysis;
import org.precedent.text.Token;

/**
 * Term weights by the text in which a word occurs, indexed as term frequencies of one field: the request counts more than the rationale.
 * The clinical summary has no weight, because it belongs to the determination rather than to an issue.
 */
public final class TermWeights {
    /** BM25 k1. Frequencies are weights here, several per occurrence, so they saturate later than counts. Tuned on the test queries. */
    public static final float K1 = 4f;

    /** BM25 b, tuned together with {@link #K1}; results vary little around these values. */
    public static final float B = 0.4f;

    private static final int REQUEST = 6;
    private static final int LABEL = 3;
    private static final int DECIDING = 3;
    private static final int RATIONALE = 2;

    private final TextAnalysis analysis;
    private final Map<String, Integer> weights = new HashMap<>();

    private TermWeights(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    /**
     * Returns the weights of an issue's terms, as encoded by {@link IndexTerms}.
     *
     * @param labels labels of its facet values
     */
    public static Map<String, Integer> weigh(
            TextAnalysis analysis, List<Token> request, List<Token> rationale, List<String> labels) {
        var issue = new TermWeights(analysis);
        issue.add(request, REQUEST);
        int deciding = DecidingSentences.findFirst(rationale);
        issue.add(rationale.subList(0, deciding), RATIONALE);
        issue.add(rationale.subList(deciding, rationale.size()), DECIDING);
        labels.forEach(issue::addLabel);
        return issue.weights;
    }

    /** Changes whenever the weights require an index rebuild. */
    public static String fingerprint() {
        return "weights " + REQUEST + " " + LABEL + " " + DECIDING + " " + RATIONALE;
    }

    private void addLabel(String value) {
        var label = new TermWeights(analysis);
        label.add(analysis.tokenizer().tokenizeLabel(value), LABEL);
        label.weights.forEach((term, weight) -> weights.merge(IndexTerms.label(term), weight, Integer::max));
    }

    private void add(List<Token> tokens, int weight) {
        for (int i = 0; i < tokens.size(); i++) {
            var stem = tokens.get(i).stem();
            weights.merge(stem, weight, Integer::sum);
            for (var phrase : analysis.synonyms().phrasesFrom(stem)) {
                if (occursAt(tokens, i, phrase)) {
                    weights.merge(IndexTerms.weighted(phrase), weight, Integer::sum);
                }
            }
        }
    }

    private static boolean occursAt(List<Token> tokens, int at, List<String> stems) {
        if (at + stems.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < stems.size(); i++) {
            if (!tokens.get(at + i).stem().equals(stems.get(i))) {
                return false;
            }
        }
        return true;
    }
}
