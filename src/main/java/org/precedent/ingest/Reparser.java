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
 * @param parser reads the text
 */
public record Reparser(Function<Letter, Parsed> parser) {
    /**
     * The determination as its text is read now; as it was read before where its text can no longer be read as the same one. The
     * id and the findings about the file stay.
     */
    public Determination reparse(Determination kept) {
        var origin = kept.origin();
        var letter = new Letter(origin.source(), origin.sha256(), origin.text(), origin.scanned());
        return parser.apply(letter) instanceof Parsed.Read read && isSame(read.determination(), kept)
                ? read.determination().withId(kept.id()).withFindings(ofFile(kept))
                : kept;
    }

    /** An id that is not a case number was given when the file was read. */
    private static boolean isSame(Determination read, Determination kept) {
        return read.header().caseNumber().isPresent()
                ? read.id().equals(kept.id())
                : kept.header().caseNumber().isEmpty();
    }

    /** The file is not read again, only its text. */
    private static List<Finding> ofFile(Determination kept) {
        return kept.findings().stream().filter(f -> f.kind().isAboutFile()).toList();
    }
}
