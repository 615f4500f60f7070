package org.precedent.ingest;

import java.util.List;
import java.util.function.Function;
import org.precedent.determination.Determination;
import org.precedent.determination.Finding;
import org.precedent.parse.Letter;
import org.precedent.parse.Parsed;

/**
 * Parses stored determinations again from their stored text.
 *
 * @param parser parses the text
 */
public record Reparser(Function<Letter, Parsed> parser) {
    /**
     * Parses the stored text again and returns the result; returns the stored determination if the text no longer yields the same one. The
     * id and the findings about the file are kept.
     */
    public Determination reparse(Determination stored) {
        var origin = stored.origin();
        var letter = new Letter(origin.source(), origin.sha256(), origin.text(), origin.scanned());
        return parser.apply(letter) instanceof Parsed.Read read && isSame(read.determination(), stored)
                ? read.determination().withId(stored.id()).withFindings(ofFile(stored))
                : stored;
    }

    /**
     * Whether both are the same determination: equal ids if there is a case number; an id derived from the file name cannot be compared,
     * because only the text is read.
     */
    private static boolean isSame(Determination read, Determination stored) {
        return read.header().caseNumber().isPresent()
                ? read.id().equals(stored.id())
                : stored.header().caseNumber().isEmpty();
    }

    /** Findings about the file are kept, because only the text is parsed again. */
    private static List<Finding> ofFile(Determination stored) {
        return stored.findings().stream().filter(f -> f.kind().isAboutFile()).toList();
    }
}
