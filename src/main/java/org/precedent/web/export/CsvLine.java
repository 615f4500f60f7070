package org.precedent.web.export;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Formats a line of CSV (RFC 4180). A cell that a spreadsheet would evaluate as a formula is prefixed with an apostrophe.
 */
public final class CsvLine {
    private static final String FORMULA = "=+-@\t\r\n";

    private CsvLine() {}

    /**
     * The cells, quoted where they must be, with the line end.
     */
    public static String of(Stream<String> cells) {
        return cells.map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        var safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        var plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
