package org.precedent.web.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.precedent.determination.Citation;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Issue.GuidelineLine;
import org.precedent.determination.Located;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageText;

/**
 * View model of {@code pages/compare}: a column per issue, a row per property compared.
 *
 * @param columns the issues in the order of the URL
 * @param rows one row per property
 * @param missing issues named in the URL that are not in the index
 */
public record CompareView(List<Column> columns, List<Row> rows, List<String> missing) {
    private static final Pattern BREAK = Pattern.compile("\n\n");

    public CompareView {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }

    /**
     * An issue with its determination.
     *
     * @param letter the determination
     * @param issue the issue
     */
    record Compared(Determination letter, Issue issue) {}

    /**
     * Head of a column.
     *
     * @param name the determination with the issue's number
     * @param href URL of the issue
     * @param decision badge of the decision
     * @param without URL of the comparison without this issue; empty if fewer than two would remain
     */
    public record Column(String name, String href, DecisionView decision, Optional<String> without) {}

    /**
     * Row of a property.
     *
     * @param label name of the property
     * @param same whether all columns have the same value
     * @param prose whether the cells are running text
     * @param cells one cell per column
     */
    public record Row(String label, boolean same, boolean prose, List<Cell> cells) {}

    /**
     * Cell of the table.
     *
     * @param name name of the column, shown on narrow screens
     * @param paragraphs the value; empty if the determination does not state it
     */
    public record Cell(String name, List<String> paragraphs) {}

    static CompareView of(List<Compared> compared, List<String> missing) {
        var rows = new ArrayList<Row>();
        rows.add(row("Request", false, compared, c -> c.issue().request().value()));
        rows.add(row("Decision", false, compared, c -> decision(c.issue())));
        rows.add(row("About", false, compared, c -> about(c.issue())));
        rows.add(row(
                "Decided",
                false,
                compared,
                c -> c.letter()
                        .header()
                        .dates()
                        .decided()
                        .map(d -> PageText.day(d.value()))
                        .orElse("")));
        rows.add(row(
                "Reviewer", false, compared, c -> joined(c.letter().reviewer().specialties())));
        rows.add(row(
                "Reviewer’s guidelines", false, compared, c -> cited(c.issue().reviewerGuidelines())));
        rows.add(row(
                "Administrator’s guidelines",
                false,
                compared,
                c -> cited(c.issue().administratorGuidelines())));
        rows.add(row(
                "Rationale",
                true,
                compared,
                c -> c.issue().rationale().map(Located::value).orElse("")));
        return new CompareView(compared.stream().map(c -> column(c, compared)).toList(), rows, missing);
    }

    private static Column column(Compared c, List<Compared> all) {
        return new Column(
                name(c),
                PageAddress.issuePath(c.letter().id(), c.issue().number()),
                DecisionView.of(c.issue().decision().value()),
                all.size() < 3
                        ? Optional.empty()
                        : Optional.of(all.stream()
                                .filter(other -> !other.equals(c))
                                .map(other -> PageAddress.compareParameter(
                                        other.letter().id(), other.issue().number()))
                                .collect(Collectors.joining("&", "/compare?", ""))));
    }

    private static String name(Compared c) {
        return LetterViewBuilder.name(c.letter()) + ", issue " + c.issue().number();
    }

    private static Row row(String label, boolean prose, List<Compared> compared, Function<Compared, String> value) {
        var values = compared.stream().map(value).toList();
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < values.size(); i++) {
            cells.add(new Cell(name(compared.get(i)), paragraphs(values.get(i))));
        }
        boolean same = values.size() > 1 && values.stream().distinct().count() == 1;
        return new Row(label, same, prose, List.copyOf(cells));
    }

    private static List<String> paragraphs(String text) {
        return text.isBlank() ? List.of() : BREAK.splitAsStream(text).toList();
    }

    private static String decision(Issue issue) {
        return issue.decision().value().label() + ": "
                + issue.decision().value().effect();
    }

    private static String about(Issue issue) {
        var subject = issue.subject();
        var about = new ArrayList<String>();
        Optional.of(joined(subject.modalities())).filter(m -> !m.isEmpty()).ifPresent(about::add);
        Optional.of(joined(subject.regions())).filter(r -> !r.isEmpty()).ifPresent(about::add);
        subject.laterality().ifPresent(l -> about.add(l.value().label()));
        subject.treatment().ifPresent(t -> about.add(t.value()));
        return String.join(" · ", about);
    }

    private static String joined(List<Located<String>> values) {
        return values.stream().map(Located::value).collect(Collectors.joining(", "));
    }

    private static String cited(GuidelineLine line) {
        return line.citations().stream().map(CompareView::cited).distinct().collect(Collectors.joining("\n\n"));
    }

    private static String cited(Citation citation) {
        return citation.label() + ": " + citation.text().value();
    }
}
