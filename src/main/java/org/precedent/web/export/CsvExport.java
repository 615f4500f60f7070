package org.precedent.web.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;

/**
 * Exports a result as CSV (RFC 4180): a header line, then a row per matching issue. Multiple values share a cell, separated by
 * {@code "; "}. A cell that a spreadsheet would evaluate as a formula is prefixed with an apostrophe.
 */
public final class CsvExport implements Export {
    /** The columns, in order; the page of the API says what each holds. */
    public static final List<String> COLUMNS = List.of(
            "id",
            "case",
            "decided",
            "issue",
            "request",
            "decision",
            "modality",
            "region",
            "laterality",
            "treatment",
            "guidelines",
            "specialties",
            "outcome",
            "citation",
            "url",
            "firstSeen",
            "lastChanged",
            "fictional");

    private static final String FORMULA = "=+-@\t\r\n";

    /**
     * The rows of any result.
     */
    public CsvExport() {}

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public String type() {
        return "text/csv; charset=utf-8; header=present";
    }

    @Override
    public void write(Consumer<Consumer<LetterHit>> letters, AbsoluteUrls addresses, OutputStream out)
            throws IOException {
        write(letters, addresses, new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /**
     * Writes a result as text.
     *
     * @param letters gives every letter of the result to what it is handed
     * @param addresses of the letters
     * @param out where to; stays open
     */
    public void write(Consumer<Consumer<LetterHit>> letters, AbsoluteUrls addresses, Writer out) throws IOException {
        var writer = new BufferedWriter(out);
        writer.write(line(COLUMNS.stream()));
        try {
            letters.accept(letter -> rows(letter, addresses, writer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private static void rows(LetterHit letter, AbsoluteUrls addresses, Writer writer) {
        try {
            for (var issue : letter.issues()) {
                writer.write(line(cells(letter, issue, addresses)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> cells(LetterHit letter, IssueHit issue, AbsoluteUrls addresses) {
        return Stream.of(
                letter.id(),
                letter.facts().caseNumber().orElse(""),
                text(letter.facts().decided()),
                Integer.toString(issue.number()),
                issue.request().text(),
                issue.decision().label(),
                several(issue.labels().modalities()),
                several(issue.labels().regions()),
                issue.labels().laterality().orElse(""),
                issue.labels().treatment().orElse(""),
                several(ExportRow.guidelines(issue)),
                several(letter.facts().specialties()),
                letter.facts().outcome().label(),
                ExportRow.citation(letter, issue).plain(),
                addresses.issue(letter.id(), issue.number()),
                letter.ingested().firstSeen().toString(),
                letter.ingested().lastChanged().toString(),
                letter.facts().fictional() ? "yes" : "no");
    }

    private static String line(Stream<String> cells) {
        return cells.map(CsvExport::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        var safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        var plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String several(List<String> values) {
        return String.join("; ", values);
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
