package org.precedent.parse;

import java.util.List;
import org.precedent.determination.Dates;
import org.precedent.determination.Determination.CaseHeader;
import org.precedent.determination.Finding;
import org.precedent.determination.Finding.Kind;
import org.precedent.determination.Layout;
import org.precedent.parse.issue.DecisionPhrases;
import org.precedent.parse.issue.IssueText;
import org.precedent.parse.layout.Outline;
import org.precedent.parse.layout.Section;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;

/**
 * Checks a parsed determination for missing, truncated or contradictory parts and adds findings.
 */
final class ConsistencyChecks {
    private final FoldedText letter;
    private final List<Finding> findings;

    private ConsistencyChecks(FoldedText letter, List<Finding> findings) {
        this.letter = letter;
        this.findings = findings;
    }

    static void run(
            FoldedText letter,
            Outline outline,
            Layout layout,
            CaseHeader header,
            List<IssueText> issues,
            List<Finding> findings) {
        var doubts = new ConsistencyChecks(letter, findings);
        doubts.header(layout, header);
        doubts.sections(layout, outline);
        for (int i = 0; i < issues.size(); i++) {
            doubts.issue(i + 1, issues.get(i), i == issues.size() - 1);
        }
    }

    private void header(Layout layout, CaseHeader header) {
        if (layout == Layout.L3B) {
            missing(header.caseNumber().isEmpty(), Kind.MISSING_HEADER, "header: no case number");
            missing(incomplete(header.dates()), Kind.MISSING_HEADER, "header: fewer than five dates");
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
            case UNKNOWN ->
                missing(true, Kind.UNKNOWN_LAYOUT, "issues were found, but not under a heading of a known" + " layout");
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
        issue.rationale()
                .ifPresentOrElse(
                        r -> end(place, r, last),
                        () -> findings.add(new Finding(
                                last ? Kind.TRUNCATED : Kind.MISSING_SECTION,
                                place + "no rationale",
                                letter.span(issue.request()))));
        issue.rationale()
                .flatMap(r -> DecisionPhrases.contradiction(
                        letter, r, issue.decision().value()))
                .ifPresent(r -> findings.add(new Finding(
                        Kind.DECISION_CONTRADICTED,
                        place + "the heading says " + issue.decision().value().label()
                                + ", but the rationale's final statement on medical necessity says the opposite",
                        letter.span(r))));
    }

    private void end(String place, Range rationale, boolean last) {
        if (last && isCutOff(rationale)) {
            truncated(place + "the text ends in the middle of a sentence", rationale);
        } else if (last && !DecisionPhrases.endsInConclusion(letter.slice(rationale))) {
            truncated(place + "the text ends before it says whether the request is medically necessary", rationale);
        }
    }

    private void truncated(String message, Range rationale) {
        findings.add(new Finding(Kind.TRUNCATED, message, letter.span(rationale.end() - 1, rationale.end())));
    }

    private boolean isCutOff(Range rationale) {
        return ".?!\"\u201d)]*".indexOf(letter.text().charAt(rationale.end() - 1)) < 0;
    }
}
