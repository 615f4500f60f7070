package org.precedent.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.precedent.determination.Dates;
import org.precedent.determination.Decision;
import org.precedent.determination.Determination;
import org.precedent.determination.Determination.CaseHeader;
import org.precedent.determination.Issue;
import org.precedent.determination.Issue.GuidelineLine;
import org.precedent.determination.Issue.Reasoning;
import org.precedent.determination.Layout;
import org.precedent.determination.Located;
import org.precedent.determination.Narrative;
import org.precedent.determination.Origin;
import org.precedent.determination.Outcome;
import org.precedent.determination.Reason;
import org.precedent.determination.Reviewer;
import org.precedent.determination.Span;
import org.precedent.determination.Subject;
import org.precedent.search.IssueHit;
import org.precedent.search.IssueHit.SubjectLabels;
import org.precedent.search.LetterHit;
import org.precedent.search.LetterHit.DeterminationFacts;
import org.precedent.search.LetterHit.IngestTimes;
import org.precedent.search.Snippet;

/**
 * Hand-written determinations for tests.
 */
public final class WrittenLetters {
    public static final Instant SEEN = Instant.parse("2024-05-01T10:00:00Z");

    private WrittenLetters() {}

    /** A determination with one issue: an X-ray of the neck, upheld. */
    public static Determination letter(String id, String rationale, LocalDate decided) {
        var issue = new Issue(
                1,
                at("X-ray of the cervical spine"),
                at(Decision.UPHELD),
                new Subject(
                        List.of(at("X-ray")),
                        List.of(at("Cervical spine")),
                        Optional.empty(),
                        Optional.of(at("Diagnostic Testing")),
                        Optional.empty(),
                        List.of()),
                GuidelineLine.NONE,
                GuidelineLine.NONE,
                Optional.of(at(rationale)));
        var dates = new Dates(
                Optional.empty(), Optional.empty(), Optional.of(at(decided)), Optional.empty(), Optional.empty());
        return new Determination(
                id,
                new Origin(id + ".txt", "0".repeat(64), Layout.L3B, false, false, rationale),
                new CaseHeader(Optional.of(at(id)), dates, Optional.empty()),
                new Reviewer(List.of(at("Family Practice")), List.of()),
                Narrative.NONE,
                List.of(issue),
                List.of());
    }

    /** A determination with several issues like that one. */
    public static Determination longLetter(String id, int issues) {
        var letter = letter(id, "reasons", LocalDate.of(2020, 1, 1));
        var first = letter.issues().getFirst();
        return new Determination(
                id,
                letter.origin(),
                letter.header(),
                letter.reviewer(),
                letter.narrative(),
                IntStream.rangeClosed(1, issues)
                        .mapToObj(n -> new Issue(
                                n,
                                first.request(),
                                first.decision(),
                                first.subject(),
                                GuidelineLine.NONE,
                                GuidelineLine.NONE,
                                first.rationale()))
                        .toList(),
                List.of());
    }

    /** The determination with dates of injury and utilization review, and a reason found in this sentence. */
    public static Determination reasoned(Determination letter, String sentence) {
        var issue = letter.issues().getFirst();
        return new Determination(
                letter.id(),
                letter.origin(),
                new CaseHeader(
                        letter.header().caseNumber(),
                        new Dates(
                                Optional.empty(),
                                Optional.of(at(LocalDate.of(2013, 2, 3))),
                                letter.header().dates().decided(),
                                Optional.of(at(LocalDate.of(2014, 3, 4))),
                                Optional.empty()),
                        letter.header().priority()),
                letter.reviewer(),
                letter.narrative(),
                List.of(new Issue(
                        issue.number(),
                        issue.request(),
                        issue.decision(),
                        issue.subject(),
                        issue.reviewerGuidelines(),
                        issue.administratorGuidelines(),
                        new Reasoning(
                                issue.rationale(),
                                List.of(new Reason(
                                        "conservative-care-not-shown", "Conservative care not shown", at(sentence)))))),
                List.of());
    }

    /** A search hit with one issue that has this request. */
    public static LetterHit hit(String id, String request) {
        var issue = new IssueHit(
                1,
                plain(request),
                Decision.UPHELD,
                new SubjectLabels(
                        List.of("X-ray"),
                        List.of("Cervical spine"),
                        Optional.empty(),
                        Optional.of("Diagnostic Testing")),
                List.of(),
                List.of(),
                List.of(plain("because")));
        return new LetterHit(
                new DeterminationFacts(
                        id,
                        Optional.of(id),
                        Optional.of(LocalDate.of(2014, 7, 8)),
                        List.of("Family Practice"),
                        Outcome.ALL_UPHELD,
                        1,
                        false),
                new IngestTimes(SEEN, SEEN.plusSeconds(60)),
                List.of(issue),
                0,
                Optional.empty());
    }

    static Snippet plain(String text) {
        return new Snippet(List.of(new Snippet.Piece(text, false)));
    }

    private static <T> Located<T> at(T value) {
        return new Located<>(value, new Span(0, 0));
    }
}
