package org.precedent.parse.layout;

import java.util.List;
import org.precedent.parse.text.FoldedText;

/**
 * Finds the end of the first determination in a file that contains more than one.
 */
public final class LetterBoundary {
    /** Lines with which a letter may begin, before its first section. */
    private static final List<String> BEGINNINGS =
            List.of("Case Number", "IMR Case Number", "MAXIMUS FEDERAL SERVICES, INC", LayoutDetector.NOTICE);

    /** Before the first section it shows that there are issues in an unknown layout. */
    private static final String RATIONALE = "Decision rationale:";

    /** Characters; a heading printed twice is not a section. */
    private static final int SHORTEST_SECTION = 40;

    public static final String BANNER = "FICTIONAL SAMPLE LETTER";

    private LetterBoundary() {}

    /**
     * The place where a second letter begins; the end of the text when there is none. A second letter begins with a section
     * that comes before the issues, or with a second section on the reviewer, where the first letter was cut off.
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
                            part.section() == Section.REVIEWER && part.body().length() > SHORTEST_SECTION;
                    issues = part.section() == Section.NOTICE;
                }
                case DOCUMENTS, SUMMARY, AUTHORITY, QUALIFICATIONS -> {}
            }
            last = part.heading().end();
        }
        return text.text().length();
    }

    /** A fictional sample says so in the line before. */
    private static int withBanner(FoldedText text, int start) {
        int banner = text.text().lastIndexOf(BANNER, start);
        return banner >= 0 && start - banner < BANNER.length() * 4 ? banner : start;
    }

    /** The start of its header, which precedes its first section. */
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
