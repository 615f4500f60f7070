package org.precedent.web.page;

import java.util.List;
import org.precedent.determination.Span;
import org.precedent.search.StoredLetter.Mark;
import org.precedent.search.TextField;

/**
 * Numbers the marked words of a page in the order they are shown.
 */
final class Marking {
    private final List<Mark> marks;
    private int total;

    Marking(List<Mark> marks) {
        this.marks = List.copyOf(marks);
    }

    /**
     * A text with its marked words; call in the order of the page.
     */
    MarkedText text(TextField field, int issue, String value, String anchor) {
        var spans = spans(field, issue);
        var text = MarkedText.of(value, spans, anchor, total);
        total += spans.size();
        return text;
    }

    int count(TextField field, int issue) {
        return spans(field, issue).size();
    }

    int total() {
        return total;
    }

    private List<Span> spans(TextField field, int issue) {
        return marks.stream()
                .filter(m -> m.field() == field && m.issue() == issue)
                .map(Mark::span)
                .toList();
    }
}
