package org.precedent.web.view;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Export formats for a list of issues.
 */
public enum ExportFormat {
    /** Table of request, decision, reason, quote and citation, for use in a brief. */
    DOCX("docx", "Brief table (Word)"),
    /** The same table as HTML, to copy from. */
    BRIEF("brief.html", "Brief table (HTML)"),
    XLSX("xlsx", "Excel (XLSX)"),
    CSV("csv", "CSV"),
    RIS("ris", "RIS (Zotero, EndNote)"),
    BIBTEX("bib", "BibTeX"),
    NDJSON("ndjson", "JSON lines (NDJSON)"),
    ZIP("zip", "ZIP of JSON files");

    private final String ending;
    private final String label;

    ExportFormat(String ending, String label) {
        this.ending = ending;
        this.label = label;
    }

    /**
     * Extension in URLs and file names: {@code csv}.
     */
    public String ending() {
        return ending;
    }

    /**
     * Links to every format.
     *
     * @param path maps an extension to the URL of the list: {@code .csv} to {@code /search.csv?q=neck}
     */
    public static List<PageLink> links(UnaryOperator<String> path) {
        return Stream.of(values())
                .map(f -> new PageLink(f.label, path.apply("." + f.ending)))
                .toList();
    }
}
