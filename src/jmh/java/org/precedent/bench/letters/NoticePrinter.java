package org.precedent.bench.letters;

import java.time.format.DateTimeFormatter;
import org.precedent.bench.letters.Plan.Item;

/**
 * Renders the notice of 2013, which states its decisions as sentences in a numbered list.
 */
final class NoticePrinter {
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("M/d/uuuu");

    private final Prose prose;
    private final Plan plan;
    private final Draw draw;
    private final Sheet sheet;

    NoticePrinter(Prose prose, Plan plan, Draw draw, Sheet sheet) {
        this.prose = prose;
        this.plan = plan;
        this.draw = draw;
        this.sheet = sheet;
    }

    void print() {
        var days = plan.days();
        sheet.line("MAXIMUS FEDERAL SERVICES, INC.").line("Notice of Independent Medical Review Determination");
        sheet.line("Dated: " + DATED.format(days.decided())).gap();
        sheet.line("IMR Case Number:            " + plan.caseNumber() + "      Date of Injury:  "
                + DATED.format(days.injury()));
        sheet.line("UR Denial Date:             " + DATED.format(days.review()) + "      IMR Application Received:  "
                + DATED.format(days.received()));
        determinations();
        sheet.line("INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE");
        determinations();
        sheet.line("Medical Qualifications of the Expert Reviewer:");
        sheet.text(prose.fixed("notice.qualifications", draw)).gap();
        sheet.line("Case Summary:").text(prose.fixed("notice.disclaimer", draw)).gap();
        sheet.text(prose.summary(plan, draw)).gap();
        sheet.line("Documents Reviewed for Determination:");
        for (var document : prose.fixed("documents", draw).split("; ", -1)) {
            sheet.text(document);
        }
        sheet.gap();
        for (int i = 0; i < plan.issues().size(); i++) {
            reasons(i + 1, plan.issues().get(i));
        }
    }

    private void determinations() {
        for (int i = 0; i < plan.issues().size(); i++) {
            var item = plan.issues().get(i);
            prose.speakOf(item, plan, draw);
            sheet.gap().text(i + 1 + ") " + prose.decided("notice.determination", item, draw));
        }
        sheet.gap();
    }

    private void reasons(int number, Item item) {
        prose.speakOf(item, plan, draw);
        sheet.text(number + ") Regarding the request for " + item.request() + ":")
                .gap();
        sheet.text(
                "Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her"
                        + " Decision");
        sheet.text("The Claims Administrator based its decision on the following: "
                        + prose.cited(plan, "Claims Administrator", draw))
                .gap();
        sheet.text("The Expert Reviewer based his/her decision on the following: "
                        + prose.cited(plan, "Expert Reviewer", draw))
                .gap();
        sheet.line("Rationale for the Decision:");
        sheet.text(prose.rationale(item, draw) + " " + prose.decided("notice.rationale", item, draw))
                .gap();
    }
}
