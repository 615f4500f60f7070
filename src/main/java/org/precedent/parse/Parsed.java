package org.precedent.parse;

import java.util.List;
import org.precedent.determination.Determination;
import org.precedent.determination.Finding;

/**
 * The result of parsing a text: a determination, or the reasons why there is none.
 */
public sealed interface Parsed {
    /**
     * The text was parsed; any doubts are in {@link Determination#findings()}.
     *
     * @param determination the parsed determination
     */
    record Read(Determination determination) implements Parsed {}

    /**
     * No issue with a heading and a decision was found, so there is no determination.
     *
     * @param findings the reasons; at least one
     */
    record Unreadable(List<Finding> findings) implements Parsed {
        public Unreadable {
            findings = List.copyOf(findings);
        }
    }
}
