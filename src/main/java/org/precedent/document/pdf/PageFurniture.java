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
 * @param pages the pages without furniture
 * @param lines the lines removed, without duplicates
 * @param isCut whether anything was removed that differs from page to page
 */
record PageFurniture(List<Page> pages, List<String> lines, boolean isCut) {
    /** Top and bottom margin, as fractions of the page height. */
    private static final float TOP = 0.085f;

    private static final float BOTTOM = 0.925f;

    /** Maximum number of lines from the top or bottom of a page that can be furniture. */
    private static final int MAX_LINES = 3;

    /** Share of pages on which a line must recur at the same height to be furniture. */
    private static final float MIN_PAGE_SHARE = 0.75f;

    private static final float SAME_HEIGHT = 4;

    /** A prefix of capital letters and a sequence number, with which parties number the pages they produce. */
    private static final Pattern BATES = Pattern.compile("[A-Z][A-Z_.&-]{1,20}[ _-]?\\d{4,10}(?: +CONFIDENTIAL)?");

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern PAGE = Pattern.compile("(?i)(?:page|pg\\.?)? ?#(?: ?(?:of|/) ?#)?|- ?# ?-");

    /** Separates the page furniture from the text of a document. */
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

    /** Whether lines vary from page to page: two are equal except for their numbers, or one is a Bates number. */
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
        return (line < MAX_LINES && y < TOP * page.height())
                || (line >= page.lines().size() - MAX_LINES && y > BOTTOM * page.height());
    }

    /** Returns the lines that recur in the margin of nearly every page, keyed by height and text without numbers. */
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
        double minimum = Math.max(2, Math.ceil(MIN_PAGE_SHARE * pages.size()));
        counts.values().removeIf(count -> count < minimum);
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
     * Removes the line numbers printed in the left margin of pleading paper.
     */
    private static final class LineNumbers {
        private static final Pattern NUMBER = Pattern.compile("(\\d{1,2})(?:\\s.*)?");

        /** Minimum number of numbered lines on a page; with fewer, numbers are part of the text. Pleading paper has 25 to 28. */
        private static final int MIN_NUMBERED_LINES = 10;

        /** Minimum share of lines that are numbered, and of numbers that follow the one before. */
        private static final double MIN_NUMBERED_SHARE = 0.6;

        private static final double MIN_CONSECUTIVE_SHARE = 0.8;

        private LineNumbers() {}

        /** Returns the page without line numbers. */
        static Page strip(Page page) {
            if (page.lines().size() < MIN_NUMBERED_LINES || !isNumbered(page.lines())) {
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
            if (numbered.size() < MIN_NUMBERED_LINES || numbered.size() < MIN_NUMBERED_SHARE * lines.size()) {
                return false;
            }
            int following = 0;
            for (int i = 1; i < numbered.size(); i++) {
                following += number(numbered.get(i)).getAsInt()
                                == number(numbered.get(i - 1)).getAsInt() + 1
                        ? 1
                        : 0;
            }
            return following >= MIN_CONSECUTIVE_SHARE * (numbered.size() - 1) && areLeftOfText(numbered, lines);
        }

        /** Whether all numbers end to the left of where the text of every line begins. */
        private static boolean areLeftOfText(List<Line> numbered, List<Line> all) {
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
