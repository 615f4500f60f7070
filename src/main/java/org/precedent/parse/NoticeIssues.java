package org.precedent.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.precedent.determination.Decision;
import org.precedent.determination.Located;

/**
 * Issues of a notice of 2013: a list that decides, printed twice, and a part with the reasons for each number:
 *
 * <pre>
 * item   := number ")" "MAXIMUS Federal Services, Inc. has determined the request for" request
 *           ("is" | "are") "not"? "medically necessary and appropriate."
 * reason := number ")" "Regarding the request for" request ":" text
 * </pre>
 */
final class NoticeIssues {
    private static final Pattern ITEM = Pattern.compile(
            "(\\d{1,2})\\s?[).]\\s+MAXIMUS Federal Services(?:, Inc\\.?)? (?:has )?determined (?:that )?(?:the |that )?(?:requests? for )?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REASON =
            Pattern.compile("(\\d{1,2})\\s?[).]\\s+Regarding the requests? for\\b", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 1500;

    private final FoldedText letter;

    private record Item(Range request, Located<Decision> decision, int end) {}

    private NoticeIssues(FoldedText letter) {
        this.letter = letter;
    }

    static List<IssueText> read(FoldedText letter, Outline outline) {
        var notice = new NoticeIssues(letter);
        var items = notice.items();
        if (items.isEmpty()) {
            return NumberedIssues.read(
                    letter,
                    outline.first(Section.NOTICE)
                            .map(p -> new Range(p.body().start(), letter.text().length()))
                            .orElse(new Range(0, letter.text().length())));
        }
        var reasons = notice.reasons();
        var issues = new ArrayList<IssueText>();
        items.forEach((number, item) -> issues.add(NumberedIssues.parts(
                letter,
                item.request,
                item.decision,
                reasons.getOrDefault(
                        number, new Range(letter.text().length(), letter.text().length())))));
        return issues;
    }

    private Map<Integer, Item> items() {
        var items = new LinkedHashMap<Integer, Item>();
        var text = letter.text();
        var item = ITEM.matcher(text);
        while (item.find()) {
            var decision = DecisionWords.SENTENCE
                    .matcher(text)
                    .region(item.end(), Math.min(text.length(), item.end() + LONGEST));
            if (decision.find()) {
                items.putIfAbsent(
                        Integer.parseInt(item.group(1)),
                        new Item(
                                letter.trimmed(/* start= */ item.end(), /* end= */ decision.start()),
                                NumberedIssues.decision(letter, decision),
                                decision.end()));
            }
        }
        return items;
    }

    private Map<Integer, Range> reasons() {
        var reasons = new LinkedHashMap<Integer, Range>();
        var reason = REASON.matcher(letter.text());
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
