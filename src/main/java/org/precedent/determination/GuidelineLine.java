package org.precedent.determination;

import java.util.List;
import java.util.Optional;

/**
 * The guideline line of one side: its text and the citations in it.
 *
 * @param text the line as printed, folded, without its label; empty where the letter has none
 * @param citations what it cites, in order, without repeats; empty when it says that nothing was relied on
 */
public record GuidelineLine(Optional<Located<String>> text, List<Citation> citations) {
    /**
     * The letter has no such line.
     */
    public static final GuidelineLine NONE = new GuidelineLine(Optional.empty(), List.of());

    public GuidelineLine {
        citations = List.copyOf(citations);
    }
}
