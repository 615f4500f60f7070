package org.precedent.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** Builds determinations for tests. */
public final class LetterBuilder {
    private final String id;
    private Optional<String> caseNumber = Optional.empty();
    private Optional<LocalDate> decided = Optional.empty();
    private List<String> specialties = List.of();
    private Optional<String> summary = Optional.empty();
    private String sha = "";
    private final List<Issue> issues = new ArrayList<>();

    private LetterBuilder(String id) {
        this.id = id;
        this.sha = String.format("%064x", id.hashCode() & 0xffffffffL);
    }

    public static LetterBuilder letter(String id) {
        return new LetterBuilder(id);
    }

    public LetterBuilder decided(String day) {
        decided = Optional.of(LocalDate.parse(day));
        return this;
    }

    public LetterBuilder caseNumber(String number) {
        caseNumber = Optional.of(number);
        return this;
    }

    public LetterBuilder by(String... names) {
        specialties = List.of(names);
        return this;
    }

    public LetterBuilder summary(String text) {
        summary = Optional.of(text);
        return this;
    }

    public LetterBuilder sha(String digest) {
        sha = digest;
        return this;
    }

    public LetterBuilder issue(String request, Decision decision, String modality, String region, String rationale) {
        issues.add(new Issue(
                issues.size() + 1,
                at(request),
                at(decision),
                new Subject(
                        listed(modality),
                        listed(region),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                new GuidelineLine(
                        Optional.empty(),
                        List.of(new Citation(
                                "MTUS",
                                Optional.of("Low Back Complaints"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                at("MTUS Low Back Complaints")))),
                GuidelineLine.NONE,
                rationale.isEmpty() ? Optional.empty() : Optional.of(at(rationale))));
        return this;
    }

    public LetterBuilder issue(String request, String rationale) {
        return issue(request, Decision.UPHELD, "", "", rationale);
    }

    public Determination make() {
        return new Determination(
                id,
                new Origin(id + ".txt", sha, Layout.L3B, false, false, "text of " + id),
                new CaseHeader(
                        caseNumber.map(LetterBuilder::at),
                        new Dates(
                                Optional.empty(),
                                Optional.empty(),
                                decided.map(LetterBuilder::at),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty()),
                new Reviewer(specialties.stream().map(LetterBuilder::at).toList(), List.of()),
                new Narrative(Optional.empty(), Optional.empty(), summary.map(LetterBuilder::at), Optional.empty()),
                issues,
                List.of());
    }

    private static List<Located<String>> listed(String value) {
        return value.isEmpty() ? List.of() : List.of(at(value));
    }

    private static <T> Located<T> at(T value) {
        return new Located<>(value, new Span(0, 0));
    }
}
