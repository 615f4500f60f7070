package org.precedent.search;

import java.util.List;
import org.precedent.determination.Span;

/**
 * A rationale that also appears, nearly word for word, in another determination. Boilerplate sentences, shared by many determinations, do
 * not count.
 *
 * @param issue number of the issue that has the rationale
 * @param other id of the other determination
 * @param sentences the sentences found in both, as spans in the issue's rationale
 * @param comparedSentences the number of sentences compared
 */
public record SharedRationale(int issue, String other, List<Span> sentences, int comparedSentences) {
    public SharedRationale {
        sentences = List.copyOf(sentences);
    }
}
