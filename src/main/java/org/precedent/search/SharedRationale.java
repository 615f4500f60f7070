package org.precedent.search;

import java.util.List;
import org.precedent.determination.Span;

/**
 * A rationale that another determination has too, nearly word for word; sentences that many determinations share do not count.
 *
 * @param issue number of the issue whose rationale it is
 * @param other id of the other determination
 * @param sentences those that both have, as spans of the value of the issue's rationale
 * @param of how many sentences were compared
 */
public record SharedRationale(int issue, String other, List<Span> sentences, int of) {
    public SharedRationale {
        sentences = List.copyOf(sentences);
    }
}
