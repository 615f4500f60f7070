package org.precedent.lucene.query;

import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.precedent.highlight.PlainWords;
import org.precedent.text.TextAnalysis;

/**
 * Scoring clauses for lay and clinical neighbors of typed words: {@code painkiller} boosts issues about opioids. A neighbor counts less
 * than the word itself.
 */
final class NeighborClauses {
    private static final float BOOST = 0.6f;

    private final TextAnalysis analysis;
    private final QueryTranslator translator;

    NeighborClauses(TextAnalysis analysis, QueryTranslator translator) {
        this.analysis = analysis;
        this.translator = translator;
    }

    /** Builds one clause for each expression that has neighbors. */
    Stream<Query> build(List<PlainWords.ExpandedWord> words) {
        var stems = words.stream()
                .map(w -> analysis.tokenizer().stems(w.word().text()))
                .toList();
        return analysis.neighbors().sequences(stems).stream()
                .map(near -> new BoostQuery(translator.issueWord(near), BOOST));
    }
}
