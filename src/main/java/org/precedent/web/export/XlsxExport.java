package org.precedent.web.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.precedent.search.LetterHit;

/**
 * Exports a result as an Excel workbook: the columns of the CSV export, with dates as date cells; starts a new sheet when one is full.
 *
 * @param records reads rationales, reasons and dates
 */
record XlsxExport(FullRecords records) implements Export {
    /** Maximum number of rows of a sheet in this format. */
    private static final int MAX_ROWS = 1_048_576;

    private static final int MAX_CELL_LENGTH = 32_767;
    private static final int ROWS_PER_FLUSH = 500;
    private static final int WIDE_WIDTH = 40;
    private static final int DEFAULT_WIDTH = 16;

    @Override
    public String fileExtension() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public void write(Consumer<Consumer<LetterHit>> letters, AbsoluteUrls addresses, OutputStream out)
            throws IOException {
        var sheets = new Sheets(new Workbook(new Unclosed(out), "Precedent", null));
        try {
            letters.accept(letter -> IssueRow.of(letter, records, addresses).forEach(sheets::add));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        sheets.finish();
    }

    /** Stream that is not closed with the workbook, which closes its output. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Sheets of a workbook, written row by row. */
    private static final class Sheets {
        private final Workbook workbook;
        private Worksheet sheet;
        private int number = 1;
        private int row = 1;

        Sheets(Workbook workbook) {
            this.workbook = workbook;
            this.sheet = begin();
        }

        private Worksheet begin() {
            var next = workbook.newWorksheet(number == 1 ? "Issues" : "Issues " + number);
            next.freezePane(0, 1);
            for (int column = 0; column < IssueRow.COLUMNS.size(); column++) {
                var name = IssueRow.COLUMNS.get(column).name();
                boolean wide = name.equals("request") || name.equals("rationale") || name.equals("citation");
                next.width(column, wide ? WIDE_WIDTH : DEFAULT_WIDTH);
                next.inlineString(0, column, name);
                next.style(0, column).bold().set();
            }
            return next;
        }

        void add(IssueRow issue) {
            try {
                if (row == MAX_ROWS) {
                    sheet.finish();
                    number++;
                    row = 1;
                    sheet = begin();
                }
                var cells = issue.cells().toList();
                for (int column = 0; column < cells.size(); column++) {
                    cell(column, cells.get(column));
                }
                if (++row % ROWS_PER_FLUSH == 0) {
                    sheet.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void cell(int column, String text) {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                sheet.value(row, column, LocalDate.parse(text));
                sheet.style(row, column).format("yyyy-mm-dd").set();
            } else if (!text.isEmpty()) {
                sheet.inlineString(
                        row,
                        column,
                        text.length() <= MAX_CELL_LENGTH ? text : text.substring(0, MAX_CELL_LENGTH - 1) + "…");
            }
        }

        void finish() throws IOException {
            sheet.finish();
            workbook.finish();
        }
    }
}
