package org.precedent.highlight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.search.StoredLetter.Mark;
import org.precedent.search.query.Query;
import org.precedent.search.query.TextField;

/**
 * Highlights a whole determination: the summary, then the request and rationale of each issue. Words of an alternative are highlighted in
 * the issues it matches, and in the summary if it matches any.
 */
public final class LetterMarks {
    private final Highlighter marker;
    private final BiPredicate<Query, Issue> holds;

    public LetterMarks(Highlighter marker, BiPredicate<Query, Issue> holds) {
        this.marker = marker;
        this.holds = holds;
    }

    public List<Mark> find(Determination letter) {
        var marks = new ArrayList<Mark>();
        var any = marker.forIssue(part -> letter.issues().stream().anyMatch(i -> holds.test(part, i)));
        letter.narrative().clinicalSummary().ifPresent(s -> add(marks, any, TextField.SUMMARY, 0, s.value()));
        for (var issue : letter.issues()) {
            var own = marker.forIssue(part -> holds.test(part, issue));
            add(marks, own, TextField.REQUEST, issue.number(), issue.request().value());
            issue.rationale().ifPresent(r -> add(marks, own, TextField.RATIONALE, issue.number(), r.value()));
        }
        return marks;
    }

    private static void add(List<Mark> marks, Highlighter marker, TextField field, int issue, String text) {
        marker.spans(field, text).forEach(span -> marks.add(new Mark(field, issue, span)));
    }
}
