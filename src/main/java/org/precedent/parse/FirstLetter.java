package org.precedent.parse;

/**
 * Where the first letter of a file ends, when another follows it.
 */
final class FirstLetter {
    private static final String CASE = "Case Number";
    static final String BANNER = "FICTIONAL SAMPLE LETTER";

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

    /** An invented sample says so in the line before. */
    private static int withBanner(FoldedText text, int start) {
        int banner = text.text().lastIndexOf(BANNER, start);
        return banner >= 0 && start - banner < BANNER.length() * 4 ? banner : start;
    }

    /** At its header, which stands before its first section. */
    private static int begin(FoldedText text, int from, int heading) {
        int header = text.text().indexOf(CASE, from);
        while (header >= 0 && header < heading && !text.isLineStart(header)) {
            header = text.text().indexOf(CASE, header + 1);
        }
        return withBanner(text, header >= 0 && header < heading ? header : heading);
    }
}
