package org.precedent.document.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.precedent.document.pdf.Page.Line;

/**
 * Separates what stands at the edges of pages from their text, so that a sentence reads on over the page's end: running headers
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

    /** Lines that stand at one height on this part of the pages are furniture. */
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
        var telling = lines.stream().filter(line -> !isPageNumber(line)).toList();
        return new PageFurniture(separated, telling, isCut || differs(telling) || hasMarks(pages));
    }

    private static boolean hasMarks(List<Page> pages) {
        return pages.stream().anyMatch(page -> !page.marks().isEmpty());
    }

    /** Lines that differ in nothing but numbers were different lines. */
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
}
