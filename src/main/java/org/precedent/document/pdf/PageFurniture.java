package org.precedent.document.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.precedent.document.pdf.Page.Line;

/**
 * Separates page furniture from the text, so that a sentence continues across a page break: running headers
 * and footers, Bates numbers, stamps, page numbers, and the line numbers of pleading paper.
 *
 * @param pages without them
 * @param lines the lines taken out, each once
 * @param isCut whether something was taken out that differs from page to page
 */
record PageFurniture(List<Page> pages, List<String> lines, boolean isCut) {
    /** Parts of a page's height at its top and bottom that are margin. */
    private static final float TOP = 0.085f;

    private static final float BOTTOM = 0.925f;

    /** Lines of a page, from its edge, that may be furniture. */
    private static final int DEEPEST = 3;

    /** Lines at one height on this part of the pages are furniture. */
    private static final float MOST_PAGES = 0.75f;

    private static final float SAME_HEIGHT = 4;

    /** A prefix of capital letters and a running number, as parties number the pages they produce. */
    private static final Pattern BATES = Pattern.compile("[A-Z][A-Z_.&-]{1,20}[ _-]?\\d{4,10}(?: +CONFIDENTIAL)?");

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern PAGE = Pattern.compile("(?i)(?:page|pg\\.?)? ?#(?: ?(?:of|/) ?#)?|- ?# ?-");

    /** Separates the furniture of a document's pages. */
    static PageFurniture separate(List<Page> pages) {
        var unnumbered = pages.stream().map(LineNumbers::strip).toList();
        boolean isCut = !unnumbered.equals(pages);
        var repeated = repeated(unnumbered);
        var lines = new LinkedHashSet<String>();
        var separated = new ArrayList<Page>();
        for (var page : unnumbered) {
            var kept = new ArrayList<Line>();
            for (int i = 0; i < page.lines().size(); i++) {
                var line = page.lines().get(i);
                if (isMargin(page, i) && (repeated.contains(skeleton(page, line)) || isBates(line))) {
                    lines.add(line.text().strip());
                } else {
                    kept.add(line);
                }
            }
            lines.addAll(page.marks());
            separated.add(page.with(kept));
        }
        var content = lines.stream().filter(line -> !isPageNumber(line)).toList();
        return new PageFurniture(separated, content, isCut || differs(content) || hasMarks(pages));
    }

    private static boolean hasMarks(List<Page> pages) {
        return pages.stream().anyMatch(page -> !page.marks().isEmpty());
    }

    /** Lines that differ in numbers only were different lines. */
    private static boolean differs(List<String> lines) {
        return lines.stream().map(PageFurniture::withoutNumbers).distinct().count() < lines.size()
                || lines.stream().anyMatch(line -> BATES.matcher(line).matches());
    }

    private static boolean isPageNumber(String line) {
        return PAGE.matcher(withoutNumbers(line)).matches();
    }

    private static boolean isBates(Line line) {
        return BATES.matcher(line.text().strip()).matches();
    }

    private static boolean isMargin(Page page, int line) {
        float y = page.lines().get(line).y();
        return (line < DEEPEST && y < TOP * page.height())
                || (line >= page.lines().size() - DEEPEST && y > BOTTOM * page.height());
    }

    /** The lines, by text without numbers and height, that stand in the margin of nearly every page. */
    private static Set<String> repeated(List<Page> pages) {
        var counts = new HashMap<String, Integer>();
        for (var page : pages) {
            var ofPage = new LinkedHashSet<String>();
            for (int i = 0; i < page.lines().size(); i++) {
                if (isMargin(page, i)) {
                    ofPage.add(skeleton(page, page.lines().get(i)));
                }
            }
            ofPage.forEach(line -> counts.merge(line, 1, Integer::sum));
        }
        double least = Math.max(2, Math.ceil(MOST_PAGES * pages.size()));
        counts.values().removeIf(count -> count < least);
        return Map.copyOf(counts).keySet();
    }

    private static String skeleton(Page page, Line line) {
        return withoutNumbers(line.text().strip())
                + '@'
                + Math.round(line.y() / SAME_HEIGHT)
                + (line.y() > page.height() / 2 ? "bottom" : "top");
    }

    private static String withoutNumbers(String line) {
        return NUMBER.matcher(line).replaceAll("#");
    }

    /**
     * Removes the line numbers that pleading paper prints in the left margin.
     */
    private static final class LineNumbers {
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
            var numbered =
                    lines.stream().filter(line -> number(line).isPresent()).toList();
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
}
