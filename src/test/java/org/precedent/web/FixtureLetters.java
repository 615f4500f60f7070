package org.precedent.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.precedent.determination.Citation;
import org.precedent.determination.Dates;
import org.precedent.determination.Decision;
import org.precedent.determination.Determination;
import org.precedent.determination.Determination.CaseHeader;
import org.precedent.determination.Issue;
import org.precedent.determination.Issue.GuidelineLine;
import org.precedent.determination.Layout;
import org.precedent.determination.Located;
import org.precedent.determination.Narrative;
import org.precedent.determination.Origin;
import org.precedent.determination.Reviewer;
import org.precedent.determination.Span;
import org.precedent.determination.Subject;
import org.precedent.determination.Subject.Laterality;

/**
 * Fictional determinations for tests of pages; the text at each span is the value.
 */
final class FixtureLetters {
    private static final List<List<String>> ISSUES = List.of(
            List.of(
                    "X-ray of the cervical spine, 4 views",
                    "X-ray",
                    "Cervical spine",
                    "MTUS",
                    "Neck and Upper Back Complaints"),
            List.of("MRI of the right shoulder without contrast", "MRI", "Shoulder", "MTUS", "Shoulder Complaints"),
            List.of("Physical therapy for the lumbar spine, 12 sessions", "", "Lumbar spine", "ODG", "Low Back"),
            List.of("CT scan of the lumbar spine", "CT", "Lumbar spine", "ODG", "Low Back"),
            List.of("Tramadol 50mg #60 <generic> & refills", "", "", "MTUS", "Opioids Treatment"));

    private static final List<String> SPECIALTIES =
            List.of("Occupational Medicine", "Physical Medicine & Rehabilitation", "Orthopedic Surgery");

    private final StringBuilder text = new StringBuilder("FICTIONAL SAMPLE LETTER\n\n");
    private final int n;
    private final String words;

    private FixtureLetters(int n, String words) {
        this.n = n;
        this.words = words;
    }

    static List<Determination> of(int count) {
        return saying("", count);
    }

    /** Determinations whose texts and ids all end in these words. */
    static List<Determination> saying(String words, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new FixtureLetters(i, words).letter())
                .toList();
    }

    private Determination letter() {
        var day = LocalDate.of(2014 + n % 4, 1 + n % 12, 1 + n % 28);
        var id = "CM%02d-99%05d".formatted(day.getYear() - 2000, n) + words.replace("/", "");
        var header = new CaseHeader(
                Optional.of(at(id)),
                new Dates(
                        Optional.of(at(day.minusDays(30))),
                        Optional.of(at(day.minusYears(1))),
                        Optional.of(at(day)),
                        Optional.of(at(day.minusDays(60))),
                        Optional.of(at(day.minusDays(50)))),
                Optional.of(at("Standard")));
        var reviewer = new Reviewer(List.of(at(SPECIALTIES.get(n % SPECIALTIES.size()))), List.of(at("California")));
        var narrative = new Narrative(
                Optional.of(at(30 + n)),
                Optional.of(at(n % 2 == 0 ? "female" : "male")),
                Optional.of(at("The injured worker reports neck pain that began at work.\n\n"
                        + "Earlier care was rest, exercise and medication.")),
                Optional.empty());
        var issues = new ArrayList<Issue>();
        for (int i = 1; i <= 1 + n % 3; i++) {
            issues.add(issue(i));
        }
        var origin = new Origin(id + ".txt", "%064x".formatted(n), Layout.L3B, false, true, "");
        var whole = new Origin(origin.source(), origin.sha256(), Layout.L3B, false, true, text.toString());
        return new Determination(id, whole, header, reviewer, narrative, issues, List.of());
    }

    private Issue issue(int number) {
        var kind = ISSUES.get((n + number) % ISSUES.size());
        var decision = (n + number) % 7 == 0 ? Decision.OVERTURNED : Decision.UPHELD;
        var request = at(kind.get(0));
        var subject = new Subject(
                kind.get(1).isEmpty() ? List.of() : List.of(request.map(r -> kind.get(1))),
                kind.get(2).isEmpty() ? List.of() : List.of(request.map(r -> kind.get(2))),
                kind.get(0).contains("right") ? Optional.of(request.map(r -> Laterality.RIGHT)) : Optional.empty(),
                Optional.of(request.map(r -> kind.get(1).isEmpty() ? "Rehabilitation" : "Diagnostic Testing")),
                Optional.empty(),
                List.of());
        var not = decision == Decision.UPHELD ? "not " : "";
        var rationale = "The guidelines support " + kind.get(0) + " when red flags are present or conservative care has"
                + " failed over several weeks. The records describe pain that radiates, without weakness on examination."
                + "\n\nNo trial of therapy with measured results is documented, and no progressive deficit is described."
                + " Therefore, the request is " + not + "medically necessary.";
        return new Issue(
                number,
                request,
                at(decision),
                subject,
                line(kind.get(3), kind.get(4)),
                line("ODG", "Low Back"),
                Optional.of(at(rationale)));
    }

    private GuidelineLine line(String family, String title) {
        var text = at("Decision based on " + family + " " + title + " 2016.");
        return new GuidelineLine(
                Optional.of(text),
                List.of(new Citation(
                        family, Optional.of(title), Optional.of("2016"), Optional.empty(), Optional.empty(), text)));
    }

    private Located<String> at(String value) {
        return located(value + words);
    }

    private <T> Located<T> at(T value) {
        return located(value);
    }

    private <T> Located<T> located(T value) {
        int start = text.length();
        text.append(value);
        var span = new Span(start, text.length());
        text.append("\n\n");
        return new Located<>(value, span);
    }
}
