package org.precedent.parse;

import java.util.List;
import org.precedent.determination.CaseHeader;
import org.precedent.determination.Dates;
import org.precedent.determination.Finding;
import org.precedent.determination.Finding.Kind;
import org.precedent.determination.Layout;

/**
 * What is missing, cut off or contradictory in a letter that was read.
 */
final class Doubts {
    private final FoldedText letter;
    private final List<Finding> findings;

    private Doubts(FoldedText letter, List<Finding> findings) {
        this.letter = letter;
        this.findings = findings;
    }

    static void note(
            FoldedText letter,
            Outline outline,
            Layout layout,
            CaseHeader header,
            List<IssueText> issues,
            List<Finding> findings) {
        var doubts = new Doubts(letter, findings);
        doubts.header(layout, header);
        doubts.sections(layout, outline);
        for (int i = 0; i < issues.size(); i++) {
            doubts.issue(i + 1, issues.get(i), i == issues.size() - 1);
        }
    }

    private void header(Layout layout, CaseHeader header) {
        if (layout == Layout.L3B) {
            missing(header.caseNumber().isEmpty(), Kind.MISSING_HEADER, "header: no case number");
            missing(incomplete(header.dates()), Kind.MISSING_HEADER, "header: not all five dates are there");
        }
    }

    private static boolean incomplete(Dates dates) {
        return dates.assigned().isEmpty()
                || dates.injury().isEmpty()
                || dates.decided().isEmpty()
                || dates.utilizationReview().isEmpty()
                || dates.received().isEmpty();
    }

    private void sections(Layout layout, Outline outline) {
        switch (layout) {
            case L3A, L3B -> {
                missing(!outline.has(Section.REVIEWER), Kind.MISSING_SECTION, "no section on the reviewer");
                missing(!outline.has(Section.SUMMARY), Kind.MISSING_SECTION, "no clinical case summary");
            }
            case UNKNOWN -> missing(true, Kind.UNKNOWN_LAYOUT, "issues stand under no heading of a known layout");
            case L0, L1, L2 -> missing(!outline.has(Section.SUMMARY), Kind.MISSING_SECTION, "no case summary");
        }
    }

    private void missing(boolean is, Kind kind, String message) {
        if (is) {
            findings.add(new Finding(kind, message, letter.empty(0)));
        }
    }

    private void issue(int number, IssueText issue, boolean last) {
        var place = "issue " + number + ": ";
        if (issue.rationale().isEmpty()) {
            findings.add(new Finding(
                    last ? Kind.TRUNCATED : Kind.MISSING_SECTION,
                    place + "no rationale",
                    letter.span(issue.request())));
        } else if (last && breaksOff(issue.rationale().get())) {
            findings.add(new Finding(
                    Kind.TRUNCATED,
                    place + "the text breaks off in the middle of a sentence",
                    letter.span(
                            issue.rationale().get().end() - 1,
                            issue.rationale().get().end())));
        }
        issue.rationale()
                .flatMap(r ->
                        DecisionWords.contradiction(letter, r, issue.decision().value()))
                .ifPresent(r -> findings.add(new Finding(
                        Kind.DECISION_CONTRADICTED,
                        place + "the heading says " + issue.decision().value().label()
                                + ", the rationale's last word on necessity says the opposite",
                        letter.span(r))));
    }

    private boolean breaksOff(Range rationale) {
        return ".?!\"\u201d)]*".indexOf(letter.text().charAt(rationale.end() - 1)) < 0;
    }
}
