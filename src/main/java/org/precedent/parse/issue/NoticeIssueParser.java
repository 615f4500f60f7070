package org.precedent.parse.issue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.precedent.determination.Decision;
import org.precedent.determination.Finding;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.parse.layout.Outline;
import org.precedent.parse.layout.Section;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;

/**
 * Parses the issues of a determination in the 2013 notice layout: a numbered list of decisions, which is printed twice, and a section with
 * the reasons for each number:
 *
 * <pre>
 * item   := number ")" "MAXIMUS Federal Services, Inc. has determined the request for" request
 *           ("is" | "are") "not"? "medically necessary and appropriate."
 * reason := number ")" "Regarding the request for" request ":" text
 * </pre>
 */
public final class NoticeIssueParser {
    private static final Pattern ITEM = Pattern.compile(
            "(\\d{1,2})\\s?[).]\\s+MAXIMUS Federal Services(?:, Inc\\.?)? (?:has )?determined (?:that )?(?:the |that )?(?:requests? for )?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REASON =
            Pattern.compile("(\\d{1,2})\\s?[).]\\s+Regarding the requests? for\\b", Pattern.CASE_INSENSITIVE);
    private static final int MAX_LENGTH = 1500;

    private final FoldedText letter;
    private final NavigableSet<Integer> headings = new TreeSet<>();
    private final List<Finding> findings;

    private record Item(Range request, Located<Decision> decision, int end) {}

    private NoticeIssueParser(FoldedText letter, Outline outline, List<Finding> findings) {
        this.letter = letter;
        outline.sections().forEach(part -> headings.add(part.heading().start()));
        this.findings = findings;
    }

    public static List<IssueText> read(FoldedText letter, Outline outline, List<Finding> findings) {
        var notice = new NoticeIssueParser(letter, outline, findings);
        var items = notice.items();
        if (items.isEmpty()) {
            return NumberedIssueParser.read(
                    letter,
                    outline.first(Section.NOTICE)
                            .map(p -> new Range(p.body().start(), letter.text().length()))
                            .orElse(new Range(0, letter.text().length())));
        }
        var reasons = notice.reasons();
        var issues = new ArrayList<IssueText>();
        items.forEach((number, item) -> issues.add(NumberedIssueParser.parts(
                letter,
                item.request,
                item.decision,
                reasons.getOrDefault(
                        number, new Range(letter.text().length(), letter.text().length())))));
        return issues;
    }

    /** Returns the requests with their decisions. The list is printed twice; for each number, the first entry with a decision is used. */
    private Map<Integer, Item> items() {
        var items = new LinkedHashMap<Integer, Item>();
        var undecided = new LinkedHashMap<Integer, Span>();
        var found = letter.matcher(ITEM).results().toList();
        for (int i = 0; i < found.size(); i++) {
            var number = Integer.parseInt(found.get(i).group(1));
            int next = i + 1 < found.size()
                    ? found.get(i + 1).start()
                    : letter.text().length();
            var span = letter.span(found.get(i).start(), found.get(i).end());
            item(found.get(i).end(), limit(found.get(i).end(), next))
                    .ifPresentOrElse(
                            item -> items.putIfAbsent(number, item), () -> undecided.putIfAbsent(number, span));
        }
        undecided.keySet().removeAll(items.keySet());
        undecided.forEach((number, span) -> findings.add(new Finding(
                Finding.Kind.UNREADABLE_DECISION,
                "request " + number
                        + ": expected \"is medically necessary and appropriate\" or \"is not medically necessary and appropriate\"",
                span)));
        return items;
    }

    /** Returns the latest end of a sentence, which does not extend past the next item or a section heading. */
    private int limit(int start, int next) {
        var heading = headings.ceiling(start);
        int end = Math.min(next, start + MAX_LENGTH);
        return heading == null ? end : Math.min(end, heading);
    }

    private Optional<Item> item(int start, int end) {
        var decision = letter.matcher(DecisionPhrases.SENTENCE, start, end);
        return decision.find()
                ? Optional.of(new Item(
                        letter.trimmed(start, /* end= */ decision.start()),
                        NumberedIssueParser.decision(letter, decision),
                        decision.end()))
                : Optional.empty();
    }

    private Map<Integer, Range> reasons() {
        var reasons = new LinkedHashMap<Integer, Range>();
        var reason = letter.matcher(REASON);
        int number = 0;
        int from = 0;
        while (reason.find()) {
            if (number > 0) {
                reasons.putIfAbsent(number, new Range(from, reason.start()));
            }
            number = Integer.parseInt(reason.group(1));
            from = reason.end();
        }
        if (number > 0) {
            reasons.putIfAbsent(number, new Range(from, letter.text().length()));
        }
        return reasons;
    }
}
