package org.precedent.web.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.precedent.determination.CitationFormats;
import org.precedent.determination.Reason;

/**
 * A row of the table for a brief. Characters that are not allowed in XML are removed from all text.
 *
 * @param cells all cells except the last, in the order of {@link #HEADINGS}
 * @param citation citation of the issue; the last cell
 * @param link absolute URL of the issue; empty when only this machine could open it
 */
record BriefRow(List<String> cells, String citation, Optional<String> link) {
    /** Column headings. */
    static final List<String> HEADINGS = List.of("Request", "Decision", "Reason", "Quote", "Citation");

    /** Title of the document. */
    static final String TITLE = "IMR determinations";

    /** Caution below the table. */
    static final String CAUTION = CitationFormats.CAUTION + " Values are extracted automatically; check the originals.";

    /** Creates the row of an issue. */
    static BriefRow of(IssueRow row) {
        var decision = row.hit().decision();
        var quote = AtomFeed.clean(row.quote()).strip();
        return new BriefRow(
                List.of(
                        AtomFeed.clean(row.hit().request().text()),
                        decision.label() + ": " + decision.effect(),
                        row.reasons().stream().map(Reason::label).collect(Collectors.joining("; ")),
                        quote.isEmpty() ? "" : "“" + quote + "”"),
                AtomFeed.clean(row.citation()),
                row.addresses().equals(AbsoluteUrls.PATHS) ? Optional.empty() : Optional.of(row.url()));
    }
}
