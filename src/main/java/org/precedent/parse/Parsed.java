package org.precedent.parse;

import java.util.List;
import org.precedent.determination.Determination;
import org.precedent.determination.Finding;

/**
 * The result of parsing: a determination, or why there is none.
 */
public sealed interface Parsed {
    /**
     * A determination, with whatever was doubtful in its {@link Determination#findings()}.
     *
     * @param determination the letter
     */
    record Read(Determination determination) implements Parsed {}

    /**
     * No issue with a heading and a decision was found, so there is no determination.
     *
     * @param findings why; at least one
     */
    record Unreadable(List<Finding> findings) implements Parsed {
        public Unreadable {
            findings = List.copyOf(findings);
        }
    }
}
