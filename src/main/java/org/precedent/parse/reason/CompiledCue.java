package org.precedent.parse.reason;

import java.util.BitSet;
import java.util.List;
import org.precedent.vocabulary.ReasonCues.Cue;

/**
 * A cue made ready for matching.
 *
 * @param cue what it says and where it counts
 * @param steps its word classes in order, at least one
 * @param needed all classes of its steps, by which most sentences are ruled out at once
 * @param unless classes that cancel it in its sentence
 * @param unlessRequested classes that cancel it in the request
 */
record CompiledCue(Cue cue, List<Step> steps, BitSet needed, BitSet unless, BitSet unlessRequested) {
    /**
     * A word class of a cue.
     *
     * @param wordClass the class
     * @param gap how many words may stand before it, after the step before; 0 for the first step
     */
    record Step(int wordClass, int gap) {}

    CompiledCue {
        steps = List.copyOf(steps);
    }
}
