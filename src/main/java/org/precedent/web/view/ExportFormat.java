package org.precedent.web.view;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * File formats that a list of issues is exported in.
 */
public enum ExportFormat {
    /** Request, decision, reason, quote and citation, for a brief. */
    DOCX("docx", "Brief table (Word)"),
    /** The same, to copy from. */
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
     * The ending of its address and file: {@code csv}.
     */
    public String ending() {
        return ending;
    }

    /**
     * Links to every format.
     *
     * @param path address of the list with an ending: {@code .csv} gives {@code /search.csv?q=neck}
     */
    public static List<PageLink> links(UnaryOperator<String> path) {
        return Stream.of(values())
                .map(f -> new PageLink(f.label, path.apply("." + f.ending)))
                .toList();
    }
}
