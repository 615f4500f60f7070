package org.precedent.web.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.precedent.search.LetterHit;

/**
 * Exports a result as CSV (RFC 4180): a header line, then a row per matching issue. Multiple values share a cell, separated by
 * {@code "; "}. A cell that a spreadsheet would evaluate as a formula is prefixed with an apostrophe.
 */
public final class CsvExport implements Export {
    /** Column names, in order; the API page describes each column. */
    public static final List<String> COLUMNS =
            IssueRow.COLUMNS.stream().map(IssueRow.Column::name).toList();

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final FullRecords records;
    private final boolean marked;

    /**
     * Creates an export without a byte order mark.
     *
     * @param records reads rationales, reasons and dates
     */
    public CsvExport(FullRecords records) {
        this(records, false);
    }

    private CsvExport(FullRecords records, boolean marked) {
        this.records = records;
        this.marked = marked;
    }

    /**
     * Creates an export that starts with a byte order mark, by which Excel recognizes UTF-8.
     */
    CsvExport withByteOrderMark() {
        return new CsvExport(records, true);
    }

    @Override
    public String fileExtension() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=utf-8; header=present";
    }

    @Override
    public void write(Consumer<Consumer<LetterHit>> letters, AbsoluteUrls addresses, OutputStream out)
            throws IOException {
        write(letters, addresses, new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /**
     * Writes a result as CSV text.
     *
     * @param letters passes every determination of the result to the given consumer
     * @param addresses resolves the paths of determinations
     * @param out destination; not closed
     */
    public void write(Consumer<Consumer<LetterHit>> letters, AbsoluteUrls addresses, Writer out) throws IOException {
        var writer = new BufferedWriter(out);
        if (marked) {
            writer.write(BYTE_ORDER_MARK);
        }
        writer.write(CsvLine.format(COLUMNS.stream()));
        try {
            letters.accept(letter -> rows(letter, addresses, writer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private void rows(LetterHit letter, AbsoluteUrls addresses, Writer writer) {
        IssueRow.of(letter, records, addresses).forEach(row -> write(row, writer));
    }

    private static void write(IssueRow row, Writer writer) {
        try {
            writer.write(CsvLine.format(row.cells()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
