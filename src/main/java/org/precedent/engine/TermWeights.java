package org.precedent.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.precedent.text.DecidingSentences;
import org.precedent.text.IndexTerms;
import org.precedent.text.TextAnalysis;
import org.precedent.text.Token;

/**
 * Term weights by the text a word is in, indexed as term frequencies of one field: the request counts more than the rationale. The clinical
 * summary has no weight, because it belongs to the determination's and not the issue's.
 */
public final class TermWeights {
    /** BM25's k1. Frequencies are weights here, several to a mention: they saturate later than counts do. Judged on the tests' queries. */
    public static final float K1 = 4f;

    /** BM25's b; judged together with {@link #K1}, flat around these values. */
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
     * The weights of one issue's terms, as {@link IndexTerms} encodes them.
     *
     * @param labels names of its facet values
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

    /** Changes whenever an index must be rebuilt for the weights. */
    public static String fingerprint() {
        return "weights " + REQUEST + " " + LABEL + " " + DECIDING + " " + RATIONALE;
    }

    private void addLabel(String value) {
        var label = new TermWeights(analysis);
        label.add(analysis.tokenizer().tokenize(value), LABEL);
        label.weights.forEach((term, weight) -> weights.merge(IndexTerms.label(term), weight, Integer::max));
    }

    private void add(List<Token> tokens, int weight) {
        for (int i = 0; i < tokens.size(); i++) {
            var stem = tokens.get(i).stem();
            weights.merge(stem, weight, Integer::sum);
            for (var phrase : analysis.synonyms().phrasesFrom(stem)) {
                if (standsAt(tokens, i, phrase)) {
                    weights.merge(IndexTerms.weighted(phrase), weight, Integer::sum);
                }
            }
        }
    }

    private static boolean standsAt(List<Token> tokens, int at, List<String> stems) {
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
