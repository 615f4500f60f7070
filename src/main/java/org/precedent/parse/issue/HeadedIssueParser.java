package org.precedent.parse.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Finding;
import org.precedent.determination.Located;
import org.precedent.parse.issue.IssueMarks.Kind;
import org.precedent.parse.issue.IssueMarks.Mark;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.KeywordPattern;
import org.precedent.parse.text.Range;

/**
 * Parses issues with labeled lines:
 *
 * <pre>
 * issue     := heading ":" ("Upheld" | "Overturned") administrator? reviewer? rationale?
 * administrator := "Claims Administrator guideline:" text
 * reviewer  := "MAXIMUS guideline:" text
 * rationale := "Decision rationale:" text
 * </pre>
 *
 * <p>A heading is a paragraph of its own before the first label; headings of a modified request consist of several sentences and
 * can span pages.
 */
public final class HeadedIssueParser {
    private static final KeywordPattern LEAD = KeywordPattern.of(
            Pattern.compile("disputed items?\\s?/\\s?services? set forth below\\s?:?", Pattern.CASE_INSENSITIVE),
            0,
            "disputed item");
    private static final Pattern NUMBER = Pattern.compile("\\(?\\d{1,2}[.)]\\s+(?=\\S)|\\d{1,2}\\.(?=\\p{L})");
    private static final String PARAGRAPH = "\n\n";
    private static final Pattern AFTERWORD = Pattern.compile(
            "(?:Effect of the Decision|Disclaimer|Sincerely|Final Determination Letter)\\b", Pattern.CASE_INSENSITIVE);

    private final FoldedText letter;
    private final Range body;
    private final List<Mark> marks;
    private final List<Finding> findings;

    private HeadedIssueParser(FoldedText letter, Range body, List<Mark> marks, List<Finding> findings) {
        this.letter = letter;
        this.body = body;
        this.marks = marks;
        this.findings = findings;
    }

    /**
     * Parses the issues in a range of the text.
     *
     * @param isSection whether the range is a section of a known layout; elsewhere a heading counts only if a label follows it
     */
    public static List<IssueText> read(FoldedText letter, Range body, boolean isSection, List<Finding> findings) {
        var marks = IssueMarks.find(letter, body, isSection, findings);
        return new HeadedIssueParser(letter, body, marks, findings).read(isSection);
    }

    private List<IssueText> read(boolean isSection) {
        var issues = new ArrayList<IssueText>();
        int lower = afterLead();
        for (int i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            if (mark.kind() == Kind.HEADING) {
                var request = request(Math.max(lower, body.start()), mark.start(), i == 0);
                if (!request.isEmpty()) {
                    issues.add(issue(request, i));
                    checkLabels(i, issues.size(), isSection);
                }
            }
            lower = Math.max(lower, mark.end());
        }
        return issues;
    }

    private int afterLead() {
        int first = marks.isEmpty() ? body.start() : marks.getFirst().start();
        var lead = letter.matcher(LEAD, body.start(), first);
        int end = -1;
        while (lead.find()) {
            end = lead.end();
        }
        return end;
    }

    private IssueText issue(Range request, int heading) {
        var mark = marks.get(heading);
        boolean colon = letter.text().charAt(mark.start()) == ':';
        var words = letter.matcher(
                colon ? DecisionPhrases.HEADING : DecisionPhrases.DASHED,
                /* start= */ mark.start(),
                /* end= */ mark.end());
        words.find();
        var decision = new Located<>(
                DecisionPhrases.ofHeading(words.group("decision")),
                letter.span(words.start("decision"), words.end("decision")));
        int end = bodyEnd(heading);
        return new IssueText(
                request,
                decision,
                part(Kind.ADMINISTRATOR, heading, end),
                part(Kind.REVIEWER, heading, end),
                part(Kind.RATIONALE, heading, end).map(this::withoutAfterword));
    }

    /** Returns the start of the next issue's heading, or the end of the text. */
    private int bodyEnd(int heading) {
        int lower = marks.get(heading).end();
        for (int i = heading + 1; i < marks.size(); i++) {
            var mark = marks.get(i);
            if (mark.beginsIssue()) {
                return mark.kind() == Kind.HEADING
                        ? HeadingStart.find(letter, lower, mark.start())
                        : undecidedStart(lower, mark.start());
            }
            lower = mark.end();
        }
        return body.end();
    }

    /** Returns the start of an issue without a decision: the preceding paragraph if it may be a heading because it is not a sentence. */
    private int undecidedStart(int lower, int label) {
        var before = letter.trimmed(lower, label);
        return before.isEmpty() || HeadingStart.endsSentence(letter.text(), before.end())
                ? label
                : Math.max(before.start(), letter.lastIndexOf("\n\n", before.start(), before.end() - 1));
    }

    /**
     * Checks that every label occurs once per issue: a missing one means that its text was added to the line before, a repeated one that a
     * heading is missing.
     */
    private void checkLabels(int heading, int number, boolean isSection) {
        var labels = labels(heading);
        for (var kind : Kind.LABELS) {
            long count = labels.stream().filter(m -> m.kind() == kind).count();
            boolean lost = count == 0 && isSection && !labels.isEmpty() && kind != Kind.RATIONALE;
            if (lost || count > 1) {
                findings.add(new Finding(
                        lost ? Finding.Kind.MISSING_SECTION : Finding.Kind.UNREADABLE_DECISION,
                        "issue " + number + ": " + (lost ? "no line" : count + " lines") + " of the " + kind.words()
                                + ": expected one under each decision",
                        letter.span(
                                marks.get(heading).start(), marks.get(heading).end()),
                        number));
            }
        }
    }

    private List<Mark> labels(int heading) {
        int next = heading + 1;
        while (next < marks.size() && !marks.get(next).beginsIssue()) {
            next++;
        }
        return marks.subList(heading + 1, next);
    }

    private Optional<Range> part(Kind kind, int heading, int end) {
        for (int i = heading + 1; i < marks.size() && !marks.get(i).beginsIssue(); i++) {
            if (marks.get(i).kind() == kind) {
                int next = i + 1;
                while (next < marks.size() && marks.get(next).kind() == kind) {
                    next++;
                }
                int stop = next < marks.size() && !marks.get(next).beginsIssue()
                        ? Math.min(end, marks.get(next).start())
                        : end;
                return Optional.of(letter.trimmed(marks.get(i).end(), stop)).filter(r -> !r.isEmpty());
            }
        }
        return Optional.empty();
    }

    private Range withoutAfterword(Range rationale) {
        int end = rationale.end();
        for (int at = letter.indexOf(PARAGRAPH, rationale.start(), end);
                at >= 0;
                at = letter.indexOf(PARAGRAPH, at + 1, end)) {
            if (letter.matcher(AFTERWORD, at + PARAGRAPH.length(), end).lookingAt()) {
                return letter.trimmed(rationale.start(), at);
            }
        }
        return rationale;
    }

    private Range request(int lower, int end, boolean first) {
        var range = letter.trimmed(first && lower > body.start() ? lower : HeadingStart.find(letter, lower, end), end);
        var number = letter.matcher(NUMBER, range.start(), range.end());
        return HeadingStart.withoutLabel(
                letter, number.lookingAt() ? letter.trimmed(number.end(), range.end()) : range);
    }
}
