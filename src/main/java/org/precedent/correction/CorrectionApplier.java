package org.precedent.correction;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.precedent.determination.Citation;
import org.precedent.determination.Dates;
import org.precedent.determination.Decision;
import org.precedent.determination.Determination;
import org.precedent.determination.Determination.CaseHeader;
import org.precedent.determination.Finding;
import org.precedent.determination.Issue;
import org.precedent.determination.Issue.GuidelineLine;
import org.precedent.determination.Issue.Reasoning;
import org.precedent.determination.Located;
import org.precedent.determination.Reason;
import org.precedent.determination.Reviewer;
import org.precedent.determination.Span;
import org.precedent.determination.Subject;
import org.precedent.determination.Subject.Laterality;

/**
 * Applies corrections to a parsed determination. Each adds a {@link Finding.Kind#CORRECTED finding} that records the original value;
 * findings based on the replaced value are removed. A corrected value keeps the text position of the value it replaces or, if there was
 * none, gets that of the request.
 */
public final class CorrectionApplier {
    private static final Span EMPTY_SPAN = new Span(0, 0);

    private CorrectionApplier() {}

    /**
     * Applies those of the given corrections that are in force, oldest first. A correction has no effect if the determination lacks its
     * issue or if the parsed value already equals the corrected one.
     *
     * @param letter the determination as parsed
     */
    public static Determination apply(Determination letter, List<Correction> corrections) {
        var inForce = corrections.stream()
                .filter(Correction::isInForce)
                .sorted(Comparator.comparing(Correction::made).thenComparing(Correction::id))
                .toList();
        var corrected = letter;
        for (var correction : inForce) {
            if (isAbout(corrected, correction.place())) {
                corrected = apply(corrected, correction);
            }
        }
        return corrected;
    }

    /**
     * Whether the correction has been applied to the determination.
     */
    public static boolean isApplied(Determination letter, Correction correction) {
        return letter.findings().contains(finding(correction));
    }

    /**
     * Returns the current values of a field; empty if not stated.
     *
     * @param issue number of the issue; 0 for a field of the determination
     */
    public static List<String> currentValues(Determination letter, int issue, CorrectedField field) {
        return field.isOfIssue()
                ? letter.issues().stream()
                        .filter(i -> i.number() == issue)
                        .findFirst()
                        .map(i -> currentValues(i, field))
                        .orElse(List.of())
                : field == CorrectedField.SPECIALTY
                        ? letter.reviewer().specialties().stream()
                                .map(Located::value)
                                .toList()
                        : day(letter.header().dates(), field).stream()
                                .map(d -> d.value().toString())
                                .toList();
    }

    private static List<String> currentValues(Issue issue, CorrectedField field) {
        var subject = issue.subject();
        return switch (field) {
            case DECISION -> List.of(issue.decision().value().label());
            case REQUEST -> List.of(issue.request().value());
            case REGION -> values(subject.regions());
            case LATERALITY ->
                subject.laterality().stream().map(l -> l.value().label()).toList();
            case MODALITY -> values(subject.modalities());
            case TREATMENT ->
                subject.treatment().stream()
                        .map(t -> FieldValues.join(Stream.concat(
                                Stream.of(t.value()),
                                subject.subcategory().stream().map(Located::value))))
                        .toList();
            case ITEM -> values(subject.items());
            case GUIDELINE ->
                issue.reviewerGuidelines().citations().stream()
                        .map(Citation::label)
                        .distinct()
                        .toList();
            case REASON -> issue.reasons().stream().map(Reason::label).toList();
            case DECIDED, INJURY, UTILIZATION_REVIEW, RECEIVED, ASSIGNED, SPECIALTY -> List.of();
        };
    }

    private static boolean isAbout(Determination letter, Correction.Place place) {
        return place.determination().equals(letter.id())
                && (place.issue() == 0 || letter.issues().stream().anyMatch(i -> i.number() == place.issue()));
    }

    private static Determination apply(Determination letter, Correction correction) {
        var place = correction.place();
        if (currentValues(letter, place.issue(), place.field()).equals(correction.values())) {
            return letter;
        }
        var header = letter.header();
        return new Determination(
                letter.id(),
                letter.origin(),
                new CaseHeader(header.caseNumber(), dates(header.dates(), correction), header.priority()),
                place.field() == CorrectedField.SPECIALTY
                        ? new Reviewer(
                                located(letter.reviewer().specialties(), correction.values(), EMPTY_SPAN),
                                letter.reviewer().licensure())
                        : letter.reviewer(),
                letter.narrative(),
                letter.issues().stream()
                        .map(issue -> issue.number() == place.issue() ? apply(issue, correction) : issue)
                        .toList(),
                Stream.concat(
                                letter.findings().stream().filter(f -> !isOutdated(f, place)),
                                Stream.of(finding(correction)))
                        .toList());
    }

    private static boolean isOutdated(Finding finding, Correction.Place place) {
        return place.field().dependsOn(finding.kind()) && (place.issue() == 0 || finding.issue() == place.issue());
    }

    private static Finding finding(Correction correction) {
        return new Finding(
                Finding.Kind.CORRECTED,
                correction.sentence(),
                EMPTY_SPAN,
                correction.place().issue());
    }

    private static Issue apply(Issue issue, Correction correction) {
        var values = correction.values();
        var field = correction.place().field();
        return new Issue(
                issue.number(),
                field == CorrectedField.REQUEST ? issue.request().map(r -> values.getFirst()) : issue.request(),
                field == CorrectedField.DECISION
                        ? issue.decision().map(d -> decision(values.getFirst()))
                        : issue.decision(),
                subject(issue, field, values),
                field == CorrectedField.GUIDELINE
                        ? guidelines(issue.reviewerGuidelines(), values)
                        : issue.reviewerGuidelines(),
                issue.administratorGuidelines(),
                field == CorrectedField.REASON
                        ? new Reasoning(
                                issue.rationale(),
                                issue.reasons().stream()
                                        .filter(r -> values.contains(r.label()))
                                        .toList())
                        : issue.reasoning());
    }

    private static Subject subject(Issue issue, CorrectedField field, List<String> values) {
        var subject = issue.subject();
        var request = issue.request().span();
        var parts = field == CorrectedField.TREATMENT ? FieldValues.split(values.getFirst()) : List.<String>of();
        return new Subject(
                field == CorrectedField.MODALITY
                        ? located(subject.modalities(), values, request)
                        : subject.modalities(),
                field == CorrectedField.REGION ? located(subject.regions(), values, request) : subject.regions(),
                field == CorrectedField.LATERALITY
                        ? values.stream()
                                .map(v -> located(subject.laterality(), side(v), request))
                                .findFirst()
                        : subject.laterality(),
                parts.isEmpty()
                        ? subject.treatment()
                        : Optional.of(located(subject.treatment(), parts.getFirst(), request)),
                parts.isEmpty()
                        ? subject.subcategory()
                        : parts.stream()
                                .skip(1)
                                .map(p -> located(subject.subcategory(), p, request))
                                .findFirst(),
                field == CorrectedField.ITEM ? located(subject.items(), values, request) : subject.items());
    }

    private static GuidelineLine guidelines(GuidelineLine line, List<String> labels) {
        var span = line.text().map(Located::span).orElse(EMPTY_SPAN);
        return new GuidelineLine(
                line.text(),
                labels.stream()
                        .flatMap(label -> {
                            var kept = line.citations().stream()
                                    .filter(c -> c.label().equals(label))
                                    .toList();
                            return kept.isEmpty() ? Stream.of(citation(label, span)) : kept.stream();
                        })
                        .toList());
    }

    private static Citation citation(String label, Span span) {
        int blank = label.indexOf(' ');
        return new Citation(
                blank < 0 ? label : label.substring(0, blank),
                blank < 0 ? Optional.empty() : Optional.of(label.substring(blank + 1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Located<>(label, span));
    }

    private static Dates dates(Dates dates, Correction correction) {
        return new Dates(
                date(dates.assigned(), CorrectedField.ASSIGNED, correction),
                date(dates.injury(), CorrectedField.INJURY, correction),
                date(dates.decided(), CorrectedField.DECIDED, correction),
                date(dates.utilizationReview(), CorrectedField.UTILIZATION_REVIEW, correction),
                date(dates.received(), CorrectedField.RECEIVED, correction));
    }

    private static Optional<Located<LocalDate>> date(
            Optional<Located<LocalDate>> read, CorrectedField field, Correction correction) {
        return correction.place().field() == field
                ? correction.values().stream()
                        .map(v -> located(read, LocalDate.parse(v), EMPTY_SPAN))
                        .findFirst()
                : read;
    }

    private static Optional<Located<LocalDate>> day(Dates dates, CorrectedField field) {
        return switch (field) {
            case DECIDED -> dates.decided();
            case INJURY -> dates.injury();
            case UTILIZATION_REVIEW -> dates.utilizationReview();
            case RECEIVED -> dates.received();
            case ASSIGNED -> dates.assigned();
            case DECISION, REQUEST, REGION, LATERALITY, MODALITY, TREATMENT, ITEM, GUIDELINE, REASON, SPECIALTY ->
                Optional.empty();
        };
    }

    private static <T> Located<T> located(Optional<? extends Located<?>> read, T value, Span otherwise) {
        return new Located<>(value, read.<Span>map(Located::span).orElse(otherwise));
    }

    // a value that was also parsed keeps its own position in the text
    private static List<Located<String>> located(List<Located<String>> read, List<String> values, Span otherwise) {
        return values.stream()
                .map(value -> read.stream()
                        .filter(r -> r.value().equals(value))
                        .findFirst()
                        .orElseGet(() -> new Located<>(
                                value,
                                read.isEmpty() ? otherwise : read.getFirst().span())))
                .toList();
    }

    private static List<String> values(List<Located<String>> located) {
        return located.stream().map(Located::value).toList();
    }

    private static Decision decision(String label) {
        return Arrays.stream(Decision.values())
                .filter(d -> d.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no decision: " + label));
    }

    private static Laterality side(String label) {
        return Arrays.stream(Laterality.values())
                .filter(l -> l.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no side: " + label));
    }
}
