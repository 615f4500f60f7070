package org.precedent.parse.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Decision;
import org.precedent.determination.Finding;
import org.precedent.determination.Located;
import org.precedent.parse.layout.Outline;
import org.precedent.parse.layout.Section;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;

/**
 * Parses the issues of a professional review of early 2013: the disputed items are listed under a separate heading, and the decision is
 * stated in the heading of the rationale: {@code RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS NOT MEDICALLY NECESSARY:}.
 */
public final class DisputeIssueParser {
    private static final Pattern NUMBER = Pattern.compile("(?:^|\\n\\n|\\s)\\(?\\d{1,2}[.)]\\s+");
    /** The rest of the rationale's heading; {@code IS/WAS} counts as one word. */
    private static final Pattern VERDICT = Pattern.compile(
            "\\s*(?:IS/WAS|ARE/WERE|IS|WAS|ARE|WERE)\\s(?<decision>(?:PARTIALLY )?(?:NOT )?MEDICALLY NECESSARY)(?: AND APPROPRIATE)?\\s?:?",
            Pattern.CASE_INSENSITIVE);

    /** Maximum number of items decided by one rationale; each issue repeats the rationale. */
    private static final int MAX_ITEMS = 40;

    private DisputeIssueParser() {}

    public static List<IssueText> read(FoldedText letter, Outline outline, List<Finding> findings) {
        var issues = new ArrayList<IssueText>();
        var parts = outline.sections();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).section() == Section.DISPUTE) {
                int next = i + 1;
                while (next < parts.size() && parts.get(next).section() != Section.DISPUTE) {
                    next++;
                }
                issues.addAll(dispute(letter, new Outline(parts.subList(i, next)), findings));
            }
        }
        return issues;
    }

    private static List<IssueText> dispute(FoldedText letter, Outline outline, List<Finding> findings) {
        var items = endsAtSummary(outline)
                ? outline.first(Section.DISPUTE)
                        .map(p -> items(letter, p.body()))
                        .orElse(List.<Range>of())
                : List.<Range>of();
        var reasons = outline.first(Section.REASONS);
        var verdict = reasons.flatMap(p -> verdict(letter, p));
        if (items.size() > MAX_ITEMS) {
            findings.add(new Finding(
                    Finding.Kind.UNREADABLE_DECISION,
                    "issue at dispute: more than " + MAX_ITEMS + " items for one rationale",
                    letter.span(items.getFirst().start(), items.getLast().end())));
            return List.of();
        }
        if (verdict.isEmpty() || items.isEmpty()) {
            findings.add(new Finding(
                    Finding.Kind.UNREADABLE_DECISION,
                    items.isEmpty()
                            ? "issue at dispute: no case summary follows, so its end is unknown"
                            : "issue at dispute: no rationale heading states a decision on it",
                    outline.first(Section.DISPUTE)
                            .map(p -> letter.span(p.heading()))
                            .orElse(letter.empty(0))));
            return List.of();
        }
        var decision =
                new Located<>(DecisionPhrases.ofSentence(letter.slice(verdict.get())), letter.span(verdict.get()));
        var rationale = rationale(letter, reasons.orElseThrow(), verdict.get());
        var authority = outline.first(Section.AUTHORITY).map(Outline.Part::body).filter(r -> !r.isEmpty());
        if (contradicted(letter, rationale, decision.value())) {
            findings.add(new Finding(
                    Finding.Kind.UNREADABLE_DECISION,
                    "issue at dispute: heading and rationale state different decisions",
                    letter.span(verdict.get())));
            return List.of();
        }
        return items.stream()
                .map(item -> new IssueText(item, decision, Optional.empty(), authority, rationale))
                .toList();
    }

    /** Whether the disputed items end at the heading of the summary; without it, the summary would be read as disputed items. */
    private static boolean endsAtSummary(Outline outline) {
        return outline.sections().size() > 1 && outline.sections().get(1).section() == Section.SUMMARY;
    }

    private static boolean contradicted(FoldedText letter, Optional<Range> rationale, Decision decision) {
        return rationale
                .flatMap(r -> DecisionPhrases.contradiction(letter, r, decision))
                .isPresent();
    }

    private static Optional<Range> verdict(FoldedText letter, Outline.Part reasons) {
        var verdict = letter.matcher(
                VERDICT,
                reasons.heading().end(),
                Math.max(reasons.heading().end(), reasons.body().end()));
        return verdict.lookingAt()
                ? Optional.of(new Range(verdict.start("decision"), verdict.end("decision")))
                : Optional.empty();
    }

    private static Optional<Range> rationale(FoldedText letter, Outline.Part reasons, Range verdict) {
        int start = verdict.end();
        while (start < reasons.body().end() && " :".indexOf(letter.text().charAt(start)) >= 0) {
            start++;
        }
        return Optional.of(letter.trimmed(start, reasons.body().end())).filter(r -> !r.isEmpty());
    }

    /** Splits the disputed items at their numbers or, without numbers, at paragraphs. */
    private static List<Range> items(FoldedText letter, Range body) {
        var starts = new ArrayList<int[]>();
        var number = letter.matcher(NUMBER, body.start(), body.end());
        while (number.find()) {
            starts.add(new int[] {number.start(), number.end()});
        }
        var items = new ArrayList<Range>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1)[0] : body.end();
            items.add(letter.trimmed(starts.get(i)[1], end));
        }
        if (items.isEmpty()) {
            int from = body.start();
            for (int at = letter.text().indexOf("\n\n", from);
                    at >= 0 && at < body.end();
                    at = letter.text().indexOf("\n\n", from)) {
                items.add(letter.trimmed(from, at));
                from = at + 2;
            }
            items.add(letter.trimmed(from, body.end()));
        }
        return items.stream().filter(r -> !r.isEmpty()).toList();
    }
}
