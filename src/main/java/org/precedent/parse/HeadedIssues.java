package org.precedent.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Finding;
import org.precedent.determination.Located;

/**
 * Issues with labelled lines:
 *
 * <pre>
 * issue     := heading ":" ("Upheld" | "Overturned") administrator? reviewer? rationale?
 * administrator := "Claims Administrator guideline:" text
 * reviewer  := "MAXIMUS guideline:" text
 * rationale := "Decision rationale:" text
 * </pre>
 *
 * <p>A heading is a paragraph of its own before the first label; headings of a modified request are several sentences and may
 * run over pages.
 */
final class HeadedIssues {
    /** What stands before the colon of a label. */
    private static final Map<String, Kind> LABELS = Map.of(
            "Claims Administrator guideline", Kind.ADMINISTRATOR,
            "Claims Administrator guidelines", Kind.ADMINISTRATOR,
            "Claims Administrator's guideline", Kind.ADMINISTRATOR,
            "Claims Administrator's guidelines", Kind.ADMINISTRATOR,
            "MAXIMUS guideline", Kind.REVIEWER,
            "MAXIMUS guidelines", Kind.REVIEWER,
            "Decision rationale", Kind.RATIONALE);

    private static final Pattern LEAD =
            Pattern.compile("disputed items?\\s?/\\s?services? set forth below\\s?:?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\(?\\d{1,2}[.)]\\s+(?=\\S)|\\d{1,2}\\.(?=\\p{L})");
    /** Words of a modified request's heading, which is several sentences long. */
    private static final Pattern ORIGINAL = Pattern.compile("\\b(?:was|were) the original request\\b");

    private static final Pattern REMAINDER = Pattern.compile(
            "\\b(?:IMR eligible|remaining portion|original request,|was authorized by|were authorized by|Administrator authorized)");
    /** So a rationale ends and no heading goes on. */
    private static final String CLOSING = "medically necessary. ";

    private static final Pattern AFTERWORD = Pattern.compile(
            "\\n\\n(?:Effect of the Decision|Disclaimer|Sincerely|Final Determination Letter)\\b",
            Pattern.CASE_INSENSITIVE);

    private enum Kind {
        HEADING,
        /** Where labelled lines begin anew without a heading that decides. */
        UNDECIDED,
        ADMINISTRATOR,
        REVIEWER,
        RATIONALE
    }

    private record Mark(Kind kind, int start, int end) {}

    private final FoldedText letter;
    private final Range body;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Finding> findings;

    private HeadedIssues(FoldedText letter, Range body, List<Finding> findings) {
        this.letter = letter;
        this.body = body;
        this.findings = findings;
    }

    static List<IssueText> read(FoldedText letter, Range body, List<Finding> findings) {
        var issues = new HeadedIssues(letter, body, findings);
        issues.mark();
        issues.markUndecided();
        return issues.read();
    }

    private void mark() {
        var decision = DecisionWords.HEADING.matcher(letter.text());
        var headings = new ArrayList<Mark>();
        for (int colon = nextColon(body.start()); colon >= 0; colon = nextColon(colon + 1)) {
            var label = label(colon);
            label.ifPresent(marks::add);
            if (label.isEmpty() && decision.region(colon, body.end()).lookingAt()) {
                headings.add(new Mark(Kind.HEADING, colon, decision.end()));
            }
        }
        headings.removeIf(heading -> !endsHeading(heading.end));
        marks.addAll(headings);
        marks.sort(java.util.Comparator.comparingInt(Mark::start));
    }

    /** Guideline lines that follow a rationale, or open the section, without a heading between. */
    private void markUndecided() {
        boolean open = false;
        for (int i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            switch (mark.kind) {
                case HEADING, UNDECIDED -> open = true;
                case RATIONALE -> open = false;
                case ADMINISTRATOR, REVIEWER -> {
                    if (!open) {
                        marks.add(i, new Mark(Kind.UNDECIDED, mark.start, mark.start));
                        findings.add(new Finding(
                                Finding.Kind.UNREADABLE_DECISION,
                                "guidelines stand under no heading that decides: expected \"...: Upheld\" or \"...: Overturned\"",
                                letter.span(mark.start, mark.end)));
                        open = true;
                    }
                }
            }
        }
    }

    private int nextColon(int from) {
        int colon = letter.text().indexOf(':', from);
        return colon < body.end() ? colon : -1;
    }

    /** The label that ends with this colon, if one does; a blank may stand before the colon. */
    private Optional<Mark> label(int colon) {
        var text = letter.text();
        int end = colon > 0 && text.charAt(colon - 1) <= ' ' ? colon - 1 : colon;
        for (var label : LABELS.entrySet()) {
            int start = end - label.getKey().length();
            if (start >= body.start()
                    && text.regionMatches(
                            true, start, label.getKey(), 0, label.getKey().length())) {
                return Optional.of(new Mark(label.getValue(), start, colon + 1));
            }
        }
        return Optional.empty();
    }

    /** A label follows, or a paragraph ends here, or the text. */
    private boolean endsHeading(int end) {
        var text = letter.text();
        int next = end;
        while (next < body.end() && text.charAt(next) <= ' ') {
            next++;
        }
        return next >= body.end()
                || text.startsWith("\n\n", end)
                || marks.stream()
                        .anyMatch(
                                m -> m.start == letter.trimmed(end, body.end()).start());
    }

    private List<IssueText> read() {
        var issues = new ArrayList<IssueText>();
        int lower = afterLead();
        for (int i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            if (mark.kind == Kind.HEADING) {
                var request = request(Math.max(lower, body.start()), mark.start, i == 0);
                if (!request.isEmpty()) {
                    issues.add(issue(request, i));
                }
            }
            lower = Math.max(lower, mark.end);
        }
        return issues;
    }

    private int afterLead() {
        int first = marks.isEmpty() ? body.start() : marks.getFirst().start;
        var lead = LEAD.matcher(letter.text()).region(body.start(), first);
        int end = -1;
        while (lead.find()) {
            end = lead.end();
        }
        return end;
    }

    private IssueText issue(Range request, int heading) {
        var words =
                DecisionWords.HEADING.matcher(letter.text()).region(marks.get(heading).start, marks.get(heading).end);
        words.find();
        var decision = new Located<>(
                DecisionWords.ofHeading(words.group("decision")),
                letter.span(words.start("decision"), words.end("decision")));
        int end = bodyEnd(heading);
        return new IssueText(
                request,
                decision,
                part(Kind.ADMINISTRATOR, heading, end),
                part(Kind.REVIEWER, heading, end),
                part(Kind.RATIONALE, heading, end).map(this::withoutAfterword));
    }

    /** Where the next issue's heading begins, or the end. */
    private int bodyEnd(int heading) {
        int lower = marks.get(heading).end;
        for (int i = heading + 1; i < marks.size(); i++) {
            var mark = marks.get(i);
            if (begins(mark)) {
                return mark.kind == Kind.HEADING
                        ? headingStart(lower, mark.start, false)
                        : undecidedStart(lower, mark.start);
            }
            lower = mark.end;
        }
        return body.end();
    }

    private static boolean begins(Mark mark) {
        return mark.kind == Kind.HEADING || mark.kind == Kind.UNDECIDED;
    }

    /** At the paragraph before, where that is no sentence and so may be a heading. */
    private int undecidedStart(int lower, int label) {
        var before = letter.trimmed(lower, label);
        return before.isEmpty() || endsSentence(letter.text(), before.end())
                ? label
                : Math.max(before.start(), lastOf("\n\n", before.start(), before.end() - 1));
    }

    private Optional<Range> part(Kind kind, int heading, int end) {
        for (int i = heading + 1; i < marks.size() && !begins(marks.get(i)); i++) {
            if (marks.get(i).kind == kind) {
                int stop =
                        i + 1 < marks.size() && !begins(marks.get(i + 1)) ? Math.min(end, marks.get(i + 1).start) : end;
                return Optional.of(letter.trimmed(marks.get(i).end, stop)).filter(r -> !r.isEmpty());
            }
        }
        return Optional.empty();
    }

    private Range withoutAfterword(Range rationale) {
        var after = AFTERWORD.matcher(letter.text()).region(rationale.start(), rationale.end());
        return after.find() ? letter.trimmed(rationale.start(), after.start()) : rationale;
    }

    private Range request(int lower, int end, boolean first) {
        var range = letter.trimmed(headingStart(lower, end, first && lower > body.start()), end);
        var number = NUMBER.matcher(letter.text()).region(range.start(), range.end());
        return number.lookingAt() ? letter.trimmed(number.end(), range.end()) : range;
    }

    /**
     * Where the heading that ends at {@code end} begins, not before {@code lower}.
     *
     * @param afterLead nothing but the heading stands after {@code lower}
     */
    private int headingStart(int lower, int end, boolean afterLead) {
        if (afterLead) {
            return lower;
        }
        var text = letter.text();
        int paragraph = lastOf("\n\n", lower, end - 1);
        int start = paragraph >= 0 ? paragraph + 2 : lineStart(lower, end);
        int closing = text.substring(start, end).lastIndexOf(CLOSING);
        return withOriginalRequest(lower, closing >= 0 ? start + closing + CLOSING.length() : start, end);
    }

    /** Takes in the paragraphs or lines before, where a modified request's heading began there. */
    private int withOriginalRequest(int lower, int start, int end) {
        var text = letter.text();
        if (!REMAINDER.matcher(text).region(start, end).find()
                || ORIGINAL.matcher(text).region(start, end).find()) {
            return start;
        }
        int from = start;
        while (from > lower) {
            int paragraph = lastOf("\n\n", lower, from - 3);
            from = paragraph >= 0 ? paragraph + 2 : lower;
            if (ORIGINAL.matcher(text).region(from, start).find()) {
                return from > lower ? from : start;
            }
        }
        return start;
    }

    /** In text without paragraphs: the first line after one that ends a sentence, looking back from the decision. */
    private int lineStart(int lower, int end) {
        var text = letter.text();
        int line = letter.lineStartBefore(end);
        for (int at = line; at > lower; at = letter.lineStartBefore(at)) {
            var before = letter.trimmed(lower, at);
            if (!before.isEmpty() && endsSentence(text, before.end()) && !isWithinFormula(at, end)) {
                return at;
            }
        }
        return sentenceStart(lower, end);
    }

    private boolean isWithinFormula(int at, int end) {
        var text = letter.text();
        return REMAINDER.matcher(text).region(at, end).find()
                && !ORIGINAL.matcher(text).region(at, end).find();
    }

    private int sentenceStart(int lower, int end) {
        for (int at = lastOf(". ", lower, end); at > lower; at = lastOf(". ", lower, at - 1)) {
            if (!isWithinFormula(at + 2, end)) {
                return at + 2;
            }
        }
        return lower;
    }

    /** Where the words stand last, from {@code lower} to {@code from}; -1 for nowhere: a letter may be one long row of headings. */
    private int lastOf(String words, int lower, int from) {
        for (int at = from; at >= lower; at--) {
            if (letter.text().startsWith(words, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean endsSentence(String text, int end) {
        return ".?!\"\u201d".indexOf(text.charAt(end - 1)) >= 0;
    }
}
