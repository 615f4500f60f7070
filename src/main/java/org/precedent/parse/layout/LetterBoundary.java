package org.precedent.parse.layout;

import java.util.List;
import org.precedent.parse.text.FoldedText;

/**
 * Finds the end of the first determination in a file that contains more than one.
 */
public final class LetterBoundary {
    /** Lines that can begin a determination, before its first section. */
    private static final List<String> BEGINNINGS =
            List.of("Case Number", "IMR Case Number", "MAXIMUS FEDERAL SERVICES, INC", LayoutDetector.NOTICE);

    /** Before the first section, this label indicates issues in an unknown layout. */
    private static final String RATIONALE = "Decision rationale:";

    /** Minimum number of characters of a section; a heading printed twice does not make a section. */
    private static final int MIN_SECTION_LENGTH = 40;

    public static final String BANNER = "FICTIONAL SAMPLE LETTER";

    private LetterBoundary() {}

    /**
     * Returns the position where a second determination begins; the end of the text if there is none. A second determination begins with a
     * section that comes before the issues or, if the first one is truncated, with a second section on the reviewer.
     */
    public static int end(FoldedText text, Outline outline) {
        int label = text.text().indexOf(RATIONALE);
        boolean issues = label >= 0 && label < outline.start(text);
        boolean reviewer = false;
        int last = 0;
        for (var part : outline.sections()) {
            switch (part.section()) {
                case ISSUES, DECISIONS, REASONS -> issues = true;
                case REVIEWER, DISPUTE, NOTICE -> {
                    if (issues || (reviewer && part.section() == Section.REVIEWER)) {
                        return begin(text, last, part.heading().start());
                    }
                    reviewer |=
                            part.section() == Section.REVIEWER && part.body().length() > MIN_SECTION_LENGTH;
                    issues = part.section() == Section.NOTICE;
                }
                case DOCUMENTS, SUMMARY, AUTHORITY, QUALIFICATIONS -> {}
            }
            last = part.heading().end();
        }
        return text.text().length();
    }

    /** Includes the preceding line if it marks a fictional sample. */
    private static int withBanner(FoldedText text, int start) {
        int banner = text.text().lastIndexOf(BANNER, start);
        return banner >= 0 && start - banner < BANNER.length() * 4 ? banner : start;
    }

    /** Returns the start of the header that precedes the first section. */
    private static int begin(FoldedText text, int from, int heading) {
        int first = heading;
        for (var beginning : BEGINNINGS) {
            first = Math.min(first, firstLine(text, beginning, from, heading));
        }
        return withBanner(text, first);
    }

    private static int firstLine(FoldedText text, String beginning, int from, int to) {
        int line = text.text().indexOf(beginning, from);
        while (line >= 0 && line < to && !text.isLineStart(line)) {
            line = text.text().indexOf(beginning, line + 1);
        }
        return line < 0 ? to : line;
    }
}
