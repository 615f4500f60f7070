package org.precedent.document.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.precedent.document.pdf.Page.Line;

/**
 * Removes the line numbers that pleading paper prints in the left margin.
 */
final class LineNumbers {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,2})(?:\\s.*)?");

    /** Numbered lines of a page below which numbers are part of the text; pleading paper has 25 to 28. */
    private static final int LEAST = 10;

    /** The share of a page's lines that must be numbered, and of the numbers that must follow the one before. */
    private static final double MOST = 0.6;

    private static final double NEARLY_ALL = 0.8;

    private LineNumbers() {}

    /** The page without them. */
    static Page strip(Page page) {
        if (page.lines().size() < LEAST || !isNumbered(page.lines())) {
            return page;
        }
        var stripped = new ArrayList<Line>();
        for (var line : page.lines()) {
            if (number(line).isEmpty()) {
                stripped.add(line);
            } else {
                var rest = line.text().replaceFirst("^\\s*\\d{1,2}\\s*", "");
                if (!rest.isEmpty()) {
                    stripped.add(line.withText(rest));
                }
            }
        }
        return page.with(stripped);
    }

    private static boolean isNumbered(List<Line> lines) {
        var numbered = lines.stream().filter(line -> number(line).isPresent()).toList();
        if (numbered.size() < LEAST || numbered.size() < MOST * lines.size()) {
            return false;
        }
        int following = 0;
        for (int i = 1; i < numbered.size(); i++) {
            following += number(numbered.get(i)).getAsInt()
                            == number(numbered.get(i - 1)).getAsInt() + 1
                    ? 1
                    : 0;
        }
        return following >= NEARLY_ALL * (numbered.size() - 1) && standApart(numbered, lines);
    }

    /** All numbers end left of where the text of any line begins. */
    private static boolean standApart(List<Line> numbered, List<Line> all) {
        double right = numbered.stream()
                .mapToDouble(line -> line.first().right())
                .max()
                .orElse(0);
        return all.stream()
                .mapToDouble(line -> number(line).isPresent()
                        ? line.first().next()
                        : line.first().left())
                .allMatch(left -> left > right);
    }

    private static OptionalInt number(Line line) {
        var number = NUMBER.matcher(line.text().strip());
        return number.matches() ? OptionalInt.of(Integer.parseInt(number.group(1))) : OptionalInt.empty();
    }
}
