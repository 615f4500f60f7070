package org.precedent.parse.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Located;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;

/**
 * Parses issues written as numbered sentences, as in determinations of 2013 and 2014:
 *
 * <pre>
 * issue := number ("." | ")") request ("is" | "are") "not"? "medically necessary and appropriate."
 *          "The Claims Administrator based its decision on" text
 *          "The Physician Reviewer based his/her decision on" text
 *          "The Physician Reviewer's decision rationale:" text
 * </pre>
 */
public final class NumberedIssueParser {
    private static final Pattern ITEM =
            Pattern.compile("(?:^|\\n\\n|\\n| )(\\d{1,2})[.)]\\s+(?:The requests? for )?(?=\\S)");
    private static final Pattern ADMINISTRATOR = Pattern.compile(
            "The Claims Administrator(?:'s)? (?:based|did not|cited|guidelines?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern REVIEWER = Pattern.compile(
            "The (?:Physician|Expert) Reviewer (?:based|relied|did not|found)|MAXIMUS guideline",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RATIONALE = Pattern.compile(
            "(?:The (?:Physician|Expert) Reviewer(?:'|\u2019)s decision rationale|Rationale for the Decision|Decision rationale)\\s?:?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTERWORD = Pattern.compile(
            "\\n\\n(?:Effect of the Decision|Disclaimer|Sincerely)\\b|\\n\\n/[A-Za-z]{2,5}\\b",
            Pattern.CASE_INSENSITIVE);
    /** Maximum length of a heading in characters; a heading is a sentence, not a page. */
    private static final int MAX_LENGTH = 1500;

    private final FoldedText letter;
    private final Range body;

    private NumberedIssueParser(FoldedText letter, Range body) {
        this.letter = letter;
        this.body = body;
    }

    private record Heading(Range request, Located<org.precedent.determination.Decision> decision, int start, int end) {}

    public static List<IssueText> read(FoldedText letter, Range body) {
        return new NumberedIssueParser(letter, body).read();
    }

    private List<IssueText> read() {
        var headings = headings();
        var issues = new ArrayList<IssueText>();
        for (int i = 0; i < headings.size(); i++) {
            int end = i + 1 < headings.size() ? headings.get(i + 1).start : body.end();
            issues.add(parts(
                    letter, headings.get(i).request, headings.get(i).decision, new Range(headings.get(i).end, end)));
        }
        return issues;
    }

    /**
     * Creates an issue, splitting {@code rest} into guideline lines and rationale.
     */
    static IssueText parts(
            FoldedText letter, Range request, Located<org.precedent.determination.Decision> decision, Range rest) {
        int end = start(letter, AFTERWORD, rest.start(), rest.end()).orElse(rest.end());
        int rationale = start(letter, RATIONALE, rest.start(), end).orElse(end);
        int reviewer = start(letter, REVIEWER, rest.start(), rationale).orElse(rationale);
        int administrator = start(letter, ADMINISTRATOR, rest.start(), reviewer).orElse(reviewer);
        var label = letter.matcher(RATIONALE, rationale, end);
        int reasons = label.lookingAt() ? label.end() : end;
        return new IssueText(
                request,
                decision,
                range(letter, administrator, reviewer),
                range(letter, reviewer, rationale),
                range(letter, reasons, end));
    }

    private static Optional<Integer> start(FoldedText letter, Pattern pattern, int from, int to) {
        var match = letter.matcher(pattern, from, to);
        return match.find() ? Optional.of(match.start()) : Optional.empty();
    }

    private static Optional<Range> range(FoldedText letter, int start, int end) {
        return Optional.of(letter.trimmed(start, end)).filter(r -> !r.isEmpty());
    }

    /** Returns the headings: consecutive numbers, each followed by a sentence that states a decision. */
    private List<Heading> headings() {
        var headings = new ArrayList<Heading>();
        var item = letter.matcher(ITEM, body);
        var decision = letter.matcher(DecisionPhrases.SENTENCE, body);
        boolean more = decision.find();
        int next = 1;
        while (item.find() && more) {
            if (Integer.parseInt(item.group(1)) != next) {
                continue;
            }
            while (more && decision.start() < item.end()) {
                more = decision.find();
            }
            if (more
                    && isNear(item.end(), decision.end())
                    && !nextNumberPrecedes(next + 1, item.end(), decision.start())) {
                headings.add(new Heading(
                        letter.trimmed(/* start= */ item.end(), /* end= */ decision.start()),
                        decision(letter, decision),
                        item.start(),
                        decision.end()));
                next++;
            }
        }
        return headings;
    }

    /** Whether both positions are in one paragraph and no further apart than a heading can be long. */
    private boolean isNear(int start, int end) {
        return end - start <= MAX_LENGTH && letter.indexOf("\n\n", start, end) < 0;
    }

    /** Whether the next number comes before the decision, which then belongs to that number. */
    private boolean nextNumberPrecedes(int number, int from, int to) {
        return letter.matcher(ITEM, from, to).results().anyMatch(m -> Integer.parseInt(m.group(1)) == number);
    }

    static Located<org.precedent.determination.Decision> decision(FoldedText letter, java.util.regex.Matcher sentence) {
        return new Located<>(
                DecisionPhrases.ofSentence(sentence.group("decision")),
                letter.span(sentence.start("decision"), sentence.end("decision")));
    }
}
