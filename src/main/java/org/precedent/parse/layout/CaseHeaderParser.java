package org.precedent.parse.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.precedent.determination.Dates;
import org.precedent.determination.Determination.CaseHeader;
import org.precedent.determination.Finding;
import org.precedent.determination.Located;
import org.precedent.parse.text.DateText;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;

/**
 * Parses the block of case facts before the first section. Extracted text contains its labels and values either in pairs or by columns: all
 * labels of a column, then all its values. One rule covers both: consecutive values belong to the consecutive labels before them, in order;
 * a single value belongs to the label directly before it.
 *
 * <p>{@code Application} / {@code Received:} is one label on two lines with its value between them.
 */
public final class CaseHeaderParser {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<label>(?=[ACDIMPRU])(?:(?:IMR |MAXIMUS )?Case Number|Date Assigned|Decision Date|Date of UR Decision|UR Denial Date|Date of Injury"
                    + "|Priority|Dated|IMR Application Received|Application Received|Application|Received(?=:)))\\s*:?"
                    + "|(?<case>(?=[CI])(?:\\bCM\\s?\\d{2}\\s?-\\s?\\d{7}\\b|\\bIMR\\s?\\d{2}-\\d{6}\\b))"
                    + "|(?<priority>(?=[ERS])\\b(?:Standard|Expedited|Regular)\\b)"
                    + "|(?<date>(?<![\\d/])\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4}(?![\\d/])|[A-Z][a-z]{2,8}+ \\d{1,2}, \\d{4})",
            Pattern.CASE_INSENSITIVE);

    private enum Fact {
        CASE,
        ASSIGNED,
        DECIDED,
        REVIEWED,
        INJURED,
        RECEIVED,
        PRIORITY
    }

    private record Value(String kind, Range at) {}

    private final FoldedText letter;
    private final int end;
    private final Map<Fact, Value> facts = new EnumMap<>(Fact.class);
    private final List<Finding> findings;

    private CaseHeaderParser(FoldedText letter, int end, List<Finding> findings) {
        this.letter = letter;
        this.end = end;
        this.findings = findings;
    }

    /**
     * Parses the header that ends where the first section begins; adds doubts to {@code findings}.
     */
    public static CaseHeader read(FoldedText letter, int end, List<Finding> findings) {
        var block = new CaseHeaderParser(letter, end, findings);
        block.read();
        return new CaseHeader(
                block.caseNumber(),
                new Dates(
                        block.date(Fact.ASSIGNED),
                        block.date(Fact.INJURED),
                        block.date(Fact.DECIDED),
                        block.date(Fact.REVIEWED),
                        block.date(Fact.RECEIVED)),
                block.priority());
    }

    private void read() {
        var labels = new ArrayList<Fact>();
        var values = new ArrayList<Value>();
        var token = letter.matcher(TOKEN, 0, end);
        while (token.find()) {
            var label = token.group("label");
            if (label == null) {
                values.add(new Value(kind(token), new Range(token.start(), token.end())));
            } else {
                if (!values.isEmpty()) {
                    assign(labels, values);
                }
                var fact = fact(label);
                if (!labels.contains(fact)) {
                    labels.add(fact);
                }
            }
        }
        assign(labels, values);
    }

    private void assign(List<Fact> labels, List<Value> values) {
        if (values.size() == 1) {
            for (var label : labels.reversed()) {
                if (accepts(label, values.getFirst())) {
                    facts.putIfAbsent(label, values.getFirst());
                    break;
                }
            }
        } else {
            for (var value : values) {
                labels.stream().filter(l -> accepts(l, value)).findFirst().ifPresent(l -> {
                    facts.putIfAbsent(l, value);
                    labels.remove(l);
                });
            }
        }
        labels.clear();
        values.clear();
    }

    private static boolean accepts(Fact fact, Value value) {
        return switch (fact) {
            case CASE -> value.kind.equals("case");
            case PRIORITY -> value.kind.equals("priority");
            case ASSIGNED, DECIDED, REVIEWED, INJURED, RECEIVED -> value.kind.equals("date");
        };
    }

    private static String kind(Matcher token) {
        return token.group("case") != null ? "case" : token.group("priority") != null ? "priority" : "date";
    }

    private static Fact fact(String label) {
        var lower = label.toLowerCase(Locale.ROOT);
        if (lower.endsWith("case number")) {
            return Fact.CASE;
        }
        return switch (lower) {
            case "date assigned" -> Fact.ASSIGNED;
            case "decision date", "dated" -> Fact.DECIDED;
            case "date of ur decision", "ur denial date" -> Fact.REVIEWED;
            case "date of injury" -> Fact.INJURED;
            case "priority" -> Fact.PRIORITY;
            default -> Fact.RECEIVED;
        };
    }

    private Optional<Located<String>> caseNumber() {
        return Optional.ofNullable(facts.get(Fact.CASE))
                .map(v -> letter.located(v.at).map(CaseHeaderParser::canonical));
    }

    private static String canonical(String printed) {
        return printed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private Optional<Located<String>> priority() {
        return Optional.ofNullable(facts.get(Fact.PRIORITY))
                .map(v -> letter.located(v.at)
                        .map(p -> p.substring(0, 1).toUpperCase(Locale.ROOT)
                                + p.substring(1).toLowerCase(Locale.ROOT)));
    }

    private Optional<Located<LocalDate>> date(Fact fact) {
        var value = facts.get(fact);
        if (value == null) {
            return Optional.empty();
        }
        var printed = letter.slice(value.at);
        var match = DateText.DATE.matcher(printed);
        var date = match.find() ? DateText.read(match) : Optional.<LocalDate>empty();
        if (date.isEmpty()) {
            findings.add(new Finding(
                    Finding.Kind.DOUBTFUL_DATE,
                    "header: expected a date, found \"" + printed + "\"",
                    letter.span(value.at)));
        }
        return date.map(d -> new Located<>(d, letter.span(value.at)));
    }
}
