package org.precedent.web.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.determination.Dates;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.determination.Reason;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;

/**
 * A row of a table of issues: one issue of a result with its determination.
 *
 * @param letter the determination in the result
 * @param hit the issue in the result
 * @param determination the full record; empty if the determination has been removed meanwhile
 * @param addresses resolves paths to absolute URLs
 */
record IssueRow(LetterHit letter, IssueHit hit, Optional<Determination> determination, AbsoluteUrls addresses) {
    /** Columns of spreadsheets, in order; new columns are appended to keep existing positions. */
    static final List<Column> COLUMNS = List.of(
            new Column("id", r -> r.letter.id()),
            new Column("case", r -> r.letter.facts().caseNumber().orElse("")),
            new Column("decided", r -> text(r.letter.facts().decided())),
            new Column("issue", r -> Integer.toString(r.hit.number())),
            new Column("request", r -> r.hit.request().text()),
            new Column("decision", r -> r.hit.decision().label()),
            new Column("modality", r -> join(r.hit.labels().modalities())),
            new Column("region", r -> join(r.hit.labels().regions())),
            new Column("laterality", r -> r.hit.labels().laterality().orElse("")),
            new Column("treatment", r -> r.hit.labels().treatment().orElse("")),
            new Column("guidelines", r -> join(ExportRow.guidelines(r.hit))),
            new Column("specialties", r -> join(r.letter.facts().specialties())),
            new Column("outcome", r -> r.letter.facts().outcome().label()),
            new Column("citation", IssueRow::citation),
            new Column("url", IssueRow::url),
            new Column("firstSeen", r -> r.letter.ingested().firstSeen().toString()),
            new Column("lastChanged", r -> r.letter.ingested().lastChanged().toString()),
            new Column("fictional", r -> r.letter.facts().fictional() ? "yes" : "no"),
            new Column("injury", r -> r.date(Dates::injury)),
            new Column("utilizationReview", r -> r.date(Dates::utilizationReview)),
            new Column(
                    "reasons", r -> join(r.reasons().stream().map(Reason::label).toList())),
            new Column("rationale", IssueRow::rationale));

    /**
     * A column.
     *
     * @param name name in the header line
     * @param value gives the cell of a row; may be empty
     */
    record Column(String name, Function<IssueRow, String> value) {}

    /** Creates the rows of a determination, reading its full record once. */
    static Stream<IssueRow> of(LetterHit letter, FullRecords records, AbsoluteUrls addresses) {
        var determination = records.determination(letter.id());
        return letter.issues().stream().map(hit -> new IssueRow(letter, hit, determination, addresses));
    }

    /** All cells in column order. */
    Stream<String> cells() {
        return COLUMNS.stream().map(column -> column.value.apply(this));
    }

    String citation() {
        return ExportRow.citation(letter, hit).plain();
    }

    String url() {
        return addresses.issue(letter.id(), hit.number());
    }

    /** Reasons of the decision; empty when none was recognized. */
    List<Reason> reasons() {
        return issue().map(Issue::reasons).orElse(List.of());
    }

    /** The sentence that states the first reason, or else the matching passage of the rationale. */
    String quote() {
        return reasons().stream()
                .findFirst()
                .map(reason -> reason.evidence().value())
                .orElseGet(() -> hit.snippets().stream()
                        .findFirst()
                        .map(snippet -> snippet.text())
                        .orElse(""));
    }

    private String rationale() {
        return issue().flatMap(Issue::rationale).map(Located::value).orElse("");
    }

    private Optional<Issue> issue() {
        return determination.flatMap(letter -> letter.issues().stream()
                .filter(issue -> issue.number() == hit.number())
                .findFirst());
    }

    private String date(Function<Dates, Optional<Located<LocalDate>>> which) {
        return text(determination
                .flatMap(letter -> which.apply(letter.header().dates()))
                .map(Located::value));
    }

    private static String join(List<String> values) {
        return values.stream().collect(Collectors.joining("; "));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
