package org.precedent.parse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.determination.Located;
import org.precedent.determination.Reason;
import org.precedent.determination.Reasoning;
import org.precedent.determination.Subject;
import org.precedent.parse.issue.IssueText;
import org.precedent.parse.reason.ReasonMention;
import org.precedent.parse.reason.ReasonReader;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;

/**
 * Reads why an issue was decided as it was: its rationale, and the grounds recognised in it.
 */
final class IssueReasoning {
    /** Characters of a rationale in which reasons are looked for; ten times the longest real one. */
    private static final int LONGEST = 40_000;

    private final FoldedText letter;
    private final ReasonReader reader;

    IssueReasoning(FoldedText letter, ReasonReader reader) {
        this.letter = letter;
        this.reader = reader;
    }

    Reasoning read(IssueText issue, Subject subject) {
        return issue.rationale()
                .map(range -> new Reasoning(Optional.of(letter.located(range)), reasons(issue, range, subject)))
                .orElseGet(() -> new Reasoning(Optional.empty(), List.of()));
    }

    private List<Reason> reasons(IssueText issue, Range rationale, Subject subject) {
        return reader
                .read(
                        letter.slice(start(rationale)),
                        disputed(issue, subject),
                        issue.decision().value())
                .stream()
                .map(mention -> reason(mention, rationale.start()))
                .toList();
    }

    private static Range start(Range rationale) {
        return new Range(rationale.start(), Math.min(rationale.end(), rationale.start() + LONGEST));
    }

    /** The request and what it names in general terms, for a rationale often names a brand by its ingredient or its class. */
    private String disputed(IssueText issue, Subject subject) {
        return Stream.concat(
                        Stream.of(letter.slice(issue.request())),
                        Stream.concat(subject.items().stream(), subject.subcategory().stream())
                                .map(Located::value))
                .collect(Collectors.joining(" "));
    }

    private Reason reason(ReasonMention mention, int offset) {
        var sentence = new Range(offset + mention.start(), offset + mention.end());
        return new Reason(mention.reason().id(), mention.reason().label(), letter.located(sentence));
    }
}
