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
 * @param id the determination's id
 * @param caseNumber empty if it has none; the id is then shown instead and labeled so
 * @param decided decision date; empty where not stated
 * @param fictional a fictional sample, which the citation states
 * @param issue the issue; empty for the determination as a whole
 */
public record LegalCitation(
        String id,
        Optional<String> caseNumber,
        Optional<LocalDate> decided,
        boolean fictional,
        Optional<IssueRef> issue) {
    /** Who is cited as the author: the authority, for the reviewer is anonymous by statute. */
    public static final String AUTHORITY = "Cal. Div. Workers' Comp.";

    private static final List<String> MONTHS =
            List.of("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.");
    private static final int SUBJECT_LENGTH = 80;

    /**
     * The issue cited.
     *
     * @param number one-based position in the determination
     * @param subject what it is about, in a few words
     * @param decision what was decided on it
     */
    public record IssueRef(int number, String subject, Decision decision) {}

    /**
     * The citation of a determination.
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
     * The citation of one issue of a determination.
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
     * The same for one issue of the letter.
     */
    public LegalCitation issue(IssueRef cited) {
        return new LegalCitation(id, caseNumber, decided, fictional, Optional.of(cited));
    }

    /**
     * What an issue is about in a few words: the study and where ({@code MRI, right shoulder}); where no study is named, the
     * opening words of the request.
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
     * The name of what is cited: {@code IMR Case No. CM14-0012345}.
     */
    public String name() {
        return caseNumber
                .map(number -> "IMR Case No. " + number)
                .orElseGet(() -> "IMR letter " + id + " (case number not stated)");
    }

    /**
     * The name with the issue and without authority and date, as a title.
     */
    public String title() {
        return name() + ", Final Determination" + place();
    }

    /**
     * The whole citation on one line.
     */
    public String plain() {
        return name() + ", Final Determination (" + AUTHORITY + " " + day() + ")" + place();
    }

    private String day() {
        return decided.map(LegalCitation::day).orElse("[date not stated]");
    }

    /**
     * A day as citations write it: {@code Feb. 17, 2017}.
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
