package org.precedent.lucene.schema;

import java.util.Iterator;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/**
 * Token stream that encodes the weight of each term as its frequency.
 */
public final class WeightedTokenStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Map<String, Integer> weights;
    private Iterator<Map.Entry<String, Integer>> rest;

    public WeightedTokenStream(Map<String, Integer> weights) {
        this.weights = weights;
        this.rest = weights.entrySet().iterator();
    }

    @Override
    public void reset() {
        rest = weights.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!rest.hasNext()) {
            return false;
        }
        var next = rest.next();
        term.setEmpty().append(next.getKey());
        frequency.setTermFrequency(next.getValue());
        return true;
    }
}
