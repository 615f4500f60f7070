package org.precedent.parse.layout;

import org.precedent.determination.Layout;
import org.precedent.parse.reviewer.ReviewerParser;
import org.precedent.parse.text.FoldedText;

/**
 * Detects the layout of a determination from its headings.
 */
public final class LayoutDetector {
    static final String NOTICE = "Notice of Independent Medical Review Determination";

    private LayoutDetector() {}

    public static Layout detect(FoldedText letter, Outline outline) {
        if (outline.has(Section.ISSUES)) {
            boolean hasHeader =
                    letter.text().substring(0, outline.start(letter)).contains("Case Number");
            return hasHeader || ReviewerParser.hasLabels(letter) ? Layout.L3B : Layout.L3A;
        }
        if (outline.has(Section.DECISIONS)) {
            return Layout.L2;
        }
        if (outline.has(Section.DISPUTE)) {
            return Layout.L0;
        }
        return outline.has(Section.NOTICE) || hasNoticeLine(letter) ? Layout.L1 : Layout.UNKNOWN;
    }

    /** Whether the title of the notice is a line of its own; other documents mention it within sentences. */
    private static boolean hasNoticeLine(FoldedText letter) {
        return letter.linesBeginning(NOTICE).stream()
                .map(start -> start + NOTICE.length())
                .anyMatch(end -> isLineEnd(letter, end));
    }

    private static boolean isLineEnd(FoldedText letter, int at) {
        return at >= letter.text().length() || letter.text().charAt(at) == '\n' || letter.isLineStart(at + 1);
    }
}
