package org.precedent.determination;

import java.util.List;
import java.util.Optional;

/**
 * Why an issue was decided as it was.
 *
 * @param rationale the reviewer's text; empty where the letter breaks off before it
 * @param reasons the grounds recognised in it, in the order of their evidence, each code at most once; empty when none was
 */
public record Reasoning(Optional<Located<String>> rationale, List<Reason> reasons) {
    public Reasoning {
        reasons = List.copyOf(reasons);
    }
}
