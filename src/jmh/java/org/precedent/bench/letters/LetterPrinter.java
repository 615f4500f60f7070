package org.precedent.bench.letters;

import java.util.List;
import org.precedent.bench.letters.Plan.Item;
import org.precedent.determination.Layout;

/**
 * Renders a planned letter in the layout of its year.
 */
final class LetterPrinter {
    private static final String HOW = "HOW THE IMR FINAL DETERMINATION WAS MADE";
    private static final double COLUMNS = 0.3;

    private final Prose prose;
    private final Plan plan;
    private final Draw draw;
    private final Sheet sheet;

    private LetterPrinter(Prose prose, Plan plan, Draw draw) {
        this.prose = prose;
        this.plan = plan;
        this.draw = draw;
        this.sheet = plan.layout() == Layout.L3A ? Sheet.spaced() : Sheet.close();
    }

    static String print(Prose prose, Plan plan, Draw draw) {
        var printer = new LetterPrinter(prose, plan, draw);
        prose.speakOf(plan.issues().getFirst(), plan, draw);
        switch (plan.layout()) {
            case L0, L1, UNKNOWN -> new NoticePrinter(prose, plan, draw, printer.sheet).print();
            case L2 -> printer.withDocuments();
            case L3A -> printer.withProseCredentials();
            case L3B -> printer.withCaseHeader();
        }
        return printer.sheet.text();
    }

    private void withDocuments() {
        sheet.line("MAXIMUS FEDERAL SERVICES, INC.").line("Independent Medical Review ");
        caseHeaderInPairs();
        sheet.gap().line(HOW).text(how(credentialsInProse())).gap();
        sheet.line("DOCUMENTS REVIEWED");
        for (var document : prose.fixed("documents", draw).split("; ", -1)) {
            sheet.text(document);
        }
        sheet.gap();
        summary();
        issues("IMR DECISION(S) AND RATIONALE(S)");
    }

    private void withProseCredentials() {
        if (plan.days().decided().getYear() > 2014) {
            caseHeaderInPairs();
            sheet.gap();
        }
        sheet.line(" " + HOW).text(how(credentialsInProse())).gap();
        summary();
        issues("IMR ISSUES, DECISIONS AND RATIONALES");
    }

    private void withCaseHeader() {
        if (draw.random.nextDouble() < COLUMNS) {
            caseHeaderInColumns();
        } else {
            caseHeaderInPairs();
        }
        sheet.gap().line(HOW).text(how("")).gap().line("The Expert Reviewer has the following credentials:");
        sheet.text("State(s) of Licensure: " + String.join(", ", plan.states()));
        sheet.text("Certification(s)/Specialty: " + String.join(", ", plan.specialties()))
                .gap();
        summary();
        issues("IMR ISSUES, DECISIONS AND RATIONALES");
    }

    private void caseHeaderInPairs() {
        var days = plan.days();
        sheet.line("Case Number:          " + plan.caseNumber());
        sheet.line("Date Assigned:        " + Days.HEADER.format(days.assigned())
                + "                      Date of Injury:      " + Days.HEADER.format(days.injury()));
        sheet.line("Decision Date:        " + Days.HEADER.format(days.decided())
                + "                      UR Denial Date:      " + Days.HEADER.format(days.review()));
        sheet.line("Priority:             Standard                        Application          "
                + Days.HEADER.format(days.received()));
        sheet.line("                                                      Received:");
    }

    private void caseHeaderInColumns() {
        var days = plan.days();
        column("Case Number:", "Date Assigned:", "Decision Date:", "Priority:");
        column(plan.caseNumber(), Days.HEADER.format(days.assigned()), Days.HEADER.format(days.decided()), "Standard");
        column("Date of Injury:", "UR Denial Date:", "Application", "Received:");
        column(
                Days.HEADER.format(days.injury()),
                Days.HEADER.format(days.review()),
                Days.HEADER.format(days.received()));
    }

    private void column(String... lines) {
        List.of(lines).forEach(sheet::line);
        sheet.gap();
    }

    private String credentialsInProse() {
        return " " + prose.fixed("credentials.prose", draw);
    }

    private String how(String credentials) {
        return prose.fixed("how.opening", draw) + credentials + " " + prose.fixed("how.closing", draw);
    }

    private void summary() {
        sheet.line("CLINICAL CASE SUMMARY")
                .text(prose.fixed("summary.lead", draw))
                .gap();
        sheet.text(prose.summary(plan, draw)).gap();
    }

    private void issues(String heading) {
        sheet.line(heading).text(prose.fixed("issues.lead", draw)).gap();
        plan.issues().forEach(this::issue);
    }

    private void issue(Item item) {
        prose.speakOf(item, plan, draw);
        var gap = plan.layout() == Layout.L3A ? ":  " : ": ";
        sheet.text(item.request() + gap + item.decision().label()).gap();
        sheet.text("Claims Administrator guideline: " + prose.cited(plan, "Claims Administrator", draw))
                .gap();
        sheet.text("MAXIMUS guideline: " + prose.cited(plan, "Expert Reviewer", draw))
                .gap();
        sheet.text("Decision rationale: " + prose.rationale(item, draw)).gap();
    }
}
