package org.precedent.parse.reason;

import java.util.BitSet;
import java.util.List;
import org.precedent.vocabulary.ReasonCues.Cue;

/**
 * A cue compiled for matching.
 *
 * @param cue what it says and where it counts
 * @param steps its word classes in order, at least one
 * @param unless classes that cancel it in its sentence
 * @param request what it asks of the request
 */
record CompiledCue(Cue cue, List<Step> steps, BitSet unless, RequestCondition request) {
    /**
     * A word class of a cue.
     *
     * @param wordClass the class
     * @param gap how many words may stand before it, after the step before; 0 for the first step
     */
    record Step(int wordClass, int gap) {}

    /**
     * What a cue asks of the request.
     *
     * @param without classes of which the request may have none
     * @param with classes of which it must have one; empty where it need not
     */
    record RequestCondition(BitSet without, BitSet with) {
        boolean holds(SentenceWords request) {
            return !request.hasAny(without) && (with.isEmpty() || request.hasAny(with));
        }
    }

    CompiledCue {
        steps = List.copyOf(steps);
    }
}
