package org.precedent.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Dates;
import org.precedent.determination.Decision;
import org.precedent.determination.Determination;
import org.precedent.determination.Determination.CaseHeader;
import org.precedent.determination.Finding;
import org.precedent.determination.Issue;
import org.precedent.determination.Issue.GuidelineLine;
import org.precedent.determination.Layout;
import org.precedent.determination.Located;
import org.precedent.determination.Narrative;
import org.precedent.determination.Origin;
import org.precedent.determination.Reviewer;
import org.precedent.determination.Span;
import org.precedent.determination.Subject;
import org.precedent.parse.Letter;
import org.precedent.parse.Parsed;

/**
 * Short letters and a minimal parser that knows only case numbers and headings, so that the tests cover the ingest alone.
 */
final class FictionalLetters {
    private static final Pattern CASE = Pattern.compile("Case Number:\\s*(\\S+)");
    private static final Pattern HEADING = Pattern.compile("(?m)^(.+): (Upheld|Overturned)$");

    private FictionalLetters() {}

    static String of(String caseNumber, String request) {
        return "FICTIONAL SAMPLE LETTER\n\nCase Number: " + caseNumber + "\n\n" + withoutCase(request);
    }

    static String withoutCase(String request) {
        return request + ": Upheld\n\nDecision rationale: The request is not medically necessary.\n";
    }

    static byte[] bytes(String caseNumber, String request) {
        return of(caseNumber, request).getBytes(UTF_8);
    }

    static Parsed parse(Letter letter) {
        var issues = new ArrayList<Issue>();
        var heading = HEADING.matcher(letter.text());
        while (heading.find()) {
            issues.add(issue(issues.size() + 1, heading.group(1), new Span(heading.start(), heading.end())));
        }
        if (issues.isEmpty()) {
            return new Parsed.Unreadable(
                    List.of(new Finding(Finding.Kind.NO_ISSUE, letter.source() + ": no issue found", new Span(0, 0))));
        }
        return new Parsed.Read(determination(letter, issues));
    }

    private static Determination determination(Letter letter, List<Issue> issues) {
        var found = CASE.matcher(letter.text());
        var number = found.find()
                ? Optional.of(new Located<>(found.group(1), new Span(found.start(1), found.end(1))))
                : Optional.<Located<String>>empty();
        return new Determination(
                number.map(Located::value).orElseGet(() -> stem(letter.source())),
                new Origin(letter.source(), letter.sha256(), Layout.L3B, letter.scanned(), true, letter.text()),
                new CaseHeader(number, Dates.NONE, Optional.empty()),
                new Reviewer(List.of(), List.of()),
                Narrative.NONE,
                issues,
                number.isPresent()
                        ? List.of()
                        : List.of(new Finding(Finding.Kind.MISSING_HEADER, "no case number", new Span(0, 0))));
    }

    private static Issue issue(int number, String request, Span span) {
        return new Issue(
                number,
                new Located<>(request, span),
                new Located<>(Decision.UPHELD, span),
                Subject.UNKNOWN,
                GuidelineLine.NONE,
                GuidelineLine.NONE,
                Optional.empty());
    }

    private static String stem(String source) {
        var name = source.substring(source.lastIndexOf('/') + 1);
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
