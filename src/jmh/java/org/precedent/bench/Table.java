package org.precedent.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table of results in Markdown.
 */
public final class Table {
    private final List<String> lines = new ArrayList<>();

    public Table(String title, String... columns) {
        lines.add("");
        lines.add("### " + title);
        lines.add("");
        row((Object[]) columns);
        lines.add("|" + "---|".repeat(columns.length));
    }

    /** Adds a row; numbers are shown with three significant digits. */
    public Table row(Object... cells) {
        var line = new StringBuilder("|");
        for (var cell : cells) {
            line.append(' ')
                    .append(cell instanceof Double d ? shown(d) : String.valueOf(cell))
                    .append(" |");
        }
        lines.add(line.toString());
        return this;
    }

    public String text() {
        return String.join("\n", lines);
    }

    static String shown(double value) {
        double size = Math.abs(value);
        var format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }
}
