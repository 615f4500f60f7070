package org.precedent.determination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Legal citation of a determination or of one of its issues: {@code IMR Case No. CM17-0012345, Final Determination (Cal. Div.
 * Workers' Comp. Feb. 17, 2017), issue 2 (X-ray, cervical spine)}. Months are abbreviated as the Bluebook does (table T12).
 *
 * @param id ID of the determination
 * @param caseNumber the case number; if empty, the ID is cited instead and labeled as such
 * @param decided the decision date; empty if not stated
 * @param fictional whether this is a fictional sample, which the citation then states
 * @param issue the issue cited; empty for the determination as a whole
 */
public record LegalCitation(
        String id,
        Optional<String> caseNumber,
        Optional<LocalDate> decided,
        boolean fictional,
        Optional<IssueRef> issue) {
    /** The authority cited as author, because the reviewer's identity is confidential by statute. */
    public static final String AUTHORITY = "Cal. Div. Workers' Comp.";

    private static final List<String> MONTHS =
            List.of("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.");
    private static final int SUBJECT_LENGTH = 80;

    /**
     * The issue that is cited.
     *
     * @param number one-based position in the determination
     * @param subject a short description of what was requested
     * @param decision the decision on it
     */
    public record IssueRef(int number, String subject, Decision decision) {}

    /**
     * Creates the citation of a determination as a whole.
     */
    public static LegalCitation of(Determination letter) {
        return new LegalCitation(
                letter.id(),
                letter.header().caseNumber().map(Located::value),
                letter.header().dates().decided().map(Located::value),
                letter.origin().fictional(),
                Optional.empty());
    }

    /**
     * Creates the citation of one issue of a determination.
     */
    public static LegalCitation of(Determination letter, Issue issue) {
        var about = issue.subject();
        return of(letter)
                .issue(new IssueRef(
                        issue.number(),
                        subject(
                                about.modalities().stream().map(Located::value).toList(),
                                about.laterality().map(side -> side.value().label()),
                                about.regions().stream().map(Located::value).toList(),
                                issue.request().value()),
                        issue.decision().value()));
    }

    /**
     * Returns a copy that cites the given issue of the same determination.
     */
    public LegalCitation issue(IssueRef cited) {
        return new LegalCitation(id, caseNumber, decided, fictional, Optional.of(cited));
    }

    /**
     * Describes the subject of an issue in a few words: the imaging study and body region ({@code MRI, right shoulder}), or the first words
     * of the request if it names no study.
     */
    public static String subject(
            List<String> modalities, Optional<String> laterality, List<String> regions, String request) {
        if (modalities.isEmpty()) {
            return shortened(oneLine(request));
        }
        var parts = new ArrayList<String>(modalities);
        var side = regions.size() == 1 ? laterality.map(l -> lower(l) + " ").orElse("") : "";
        regions.forEach(region -> parts.add(side + lower(region)));
        return String.join(", ", parts);
    }

    /**
     * Returns the name of the cited determination: {@code IMR Case No. CM14-0012345}.
     */
    public String name() {
        return caseNumber
                .map(number -> "IMR Case No. " + number)
                .orElseGet(() -> "IMR determination " + id + " (case number not stated)");
    }

    /**
     * Returns a title: the name and the issue, without authority and date.
     */
    public String title() {
        return name() + ", Final Determination" + place();
    }

    /**
     * Returns the complete citation on one line.
     */
    public String plain() {
        return name() + ", Final Determination (" + AUTHORITY + " " + day() + ")" + place();
    }

    private String day() {
        return decided.map(LegalCitation::day).orElse("[date not stated]");
    }

    /**
     * Formats a date as in citations: {@code Feb. 17, 2017}.
     */
    public static String day(LocalDate day) {
        return MONTHS.get(day.getMonthValue() - 1) + " " + day.getDayOfMonth() + ", " + day.getYear();
    }

    private String place() {
        return issue.map(i -> ", issue " + i.number() + " (" + i.subject() + ")")
                        .orElse("")
                + (fictional ? " [invented sample]" : "");
    }

    private static String lower(String label) {
        // acronyms such as MRI keep their capitals
        return label.length() > 1 && Character.isLowerCase(label.charAt(1))
                ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1)
                : label;
    }

    private static String shortened(String text) {
        if (text.length() <= SUBJECT_LENGTH) {
            return text;
        }
        int blank = text.lastIndexOf(' ', SUBJECT_LENGTH);
        return text.substring(0, blank > SUBJECT_LENGTH / 2 ? blank : SUBJECT_LENGTH) + "…";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
