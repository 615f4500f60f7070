package org.precedent.web.view;

import java.util.List;
import org.precedent.determination.Span;
import org.precedent.search.StoredLetter.Mark;
import org.precedent.search.query.TextField;

/**
 * Numbers the highlights of a page in display order.
 */
public final class MarkNumbering {
    private final List<Mark> marks;
    private int total;

    public MarkNumbering(List<Mark> marks) {
        this.marks = List.copyOf(marks);
    }

    /**
     * Adds highlights to a text. Call in display order, because the highlights are numbered across the page.
     */
    public MarkedText text(TextField field, int issue, String value, String anchor) {
        return text(field, issue, value, List.of(), anchor);
    }

    /**
     * Adds highlights to a text and marks the sentences that state a ground of the decision. Call in display order, because the highlights
     * are numbered across the page.
     */
    public MarkedText text(TextField field, int issue, String value, List<MarkedText.Ground> grounds, String anchor) {
        var spans = spans(field, issue);
        var text = MarkedText.of(value, spans, grounds, anchor, total);
        total += spans.size();
        return text;
    }

    public int count(TextField field, int issue) {
        return spans(field, issue).size();
    }

    public int total() {
        return total;
    }

    private List<Span> spans(TextField field, int issue) {
        return marks.stream()
                .filter(m -> m.field() == field && m.issue() == issue)
                .map(Mark::span)
                .toList();
    }
}
