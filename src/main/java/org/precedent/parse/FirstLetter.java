package org.precedent.parse;

/**
 * Where the first letter of a file ends, when another follows it.
 */
final class FirstLetter {
    private static final String CASE = "Case Number";

    private FirstLetter() {}

    /**
     * The place where a second letter begins; the end of the text when there is none. A second letter begins anew with a section
     * that comes before the issues.
     */
    static int end(FoldedText text, Outline outline) {
        boolean issues = false;
        int last = 0;
        for (var part : outline.sections()) {
            switch (part.section()) {
                case ISSUES, DECISIONS, REASONS -> issues = true;
                case REVIEWER, DISPUTE -> {
                    if (issues) {
                        return begin(text, last, part.heading().start());
                    }
                }
                case DOCUMENTS, SUMMARY, NOTICE, AUTHORITY, QUALIFICATIONS -> {}
            }
            last = part.heading().end();
        }
        return text.text().length();
    }

    /** At its header, which stands before its first section. */
    private static int begin(FoldedText text, int from, int heading) {
        int header = text.text().indexOf(CASE, from);
        while (header >= 0 && header < heading && !text.isLineStart(header)) {
            header = text.text().indexOf(CASE, header + 1);
        }
        return header >= 0 && header < heading ? header : heading;
    }
}
