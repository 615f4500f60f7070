package org.precedent.web.export;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Formats a line of CSV (RFC 4180). A cell that a spreadsheet would evaluate as a formula is prefixed with an apostrophe.
 */
public final class CsvLine {
    /** First characters of a formula, including their fullwidth forms, which some spreadsheets also evaluate. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    /** Characters that require quoting: quote, line ends, and the separators of CSV and of spreadsheets in some locales. */
    private static final String QUOTED = ",\"\r\n;\t";

    private CsvLine() {}

    /**
     * Formats cells as a line, quoted where necessary, with the line end.
     */
    public static String format(Stream<String> cells) {
        return cells.map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        var safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        var plain = safe.chars().noneMatch(c -> QUOTED.indexOf(c) >= 0);
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
