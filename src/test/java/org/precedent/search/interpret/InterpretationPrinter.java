package org.precedent.search.interpret;

import java.util.stream.Collectors;

/**
 * Formats an interpretation as one line, for tables of expected results.
 */
public final class InterpretationPrinter {
    private InterpretationPrinter() {}

    /**
     * The facet values understood and the remaining words: {@code modality:X-ray region:Knee | red flags}.
     */
    public static String of(Interpretation interpretation) {
        return switch (interpretation) {
            case Interpretation.Invalid wrong ->
                "error " + wrong.error().position() + ": " + wrong.error().message();
            case Interpretation.Valid u ->
                u.caseNumbers().isEmpty() ? names(u) + " | " + u.words() : "case " + String.join(" ", u.caseNumbers());
        };
    }

    private static String names(Interpretation.Valid u) {
        return u.understood().stream()
                .map(c -> (c.negated() ? "not " : "") + c.value().facet().parameter() + ":"
                        + c.value().value())
                .collect(Collectors.joining(", "));
    }
}
