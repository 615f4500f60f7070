package org.precedent.search.interpret;

import java.util.stream.Collectors;

/**
 * Writes an interpretation in one line, for tables of expected readings.
 */
public final class InterpretationPrinter {
    private InterpretationPrinter() {}

    /**
     * What was understood and which words are left: {@code modality:X-ray region:Knee | red flags}.
     */
    public static String of(Interpretation interpretation) {
        return switch (interpretation) {
            case Interpretation.Wrong wrong ->
                "error " + wrong.error().position() + ": " + wrong.error().message();
            case Interpretation.Understandable u ->
                u.caseNumbers().isEmpty() ? names(u) + " | " + u.words() : "case " + String.join(" ", u.caseNumbers());
        };
    }

    private static String names(Interpretation.Understandable u) {
        return u.understood().stream()
                .map(c -> (c.negated() ? "not " : "") + c.value().facet().parameter() + ":"
                        + c.value().value())
                .collect(Collectors.joining(", "));
    }
}
