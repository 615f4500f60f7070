package org.precedent.lucene;

import java.util.ArrayList;
import java.util.List;
import org.precedent.determination.Determination;
import org.precedent.search.StoredLetter.Mark;
import org.precedent.search.TextField;

/**
 * Marks a whole letter in letter order: the summary, then each issue's request and reasons.
 */
final class LetterMarks {
    private LetterMarks() {}

    static List<Mark> of(IndexSchema schema, Marker marker, Determination letter) {
        var marks = new ArrayList<Mark>();
        letter.narrative()
                .clinicalSummary()
                .ifPresent(s -> add(marks, schema, marker, TextField.SUMMARY, 0, s.value()));
        for (var issue : letter.issues()) {
            add(
                    marks,
                    schema,
                    marker,
                    TextField.REQUEST,
                    issue.number(),
                    issue.request().value());
            issue.rationale()
                    .ifPresent(r -> add(marks, schema, marker, TextField.RATIONALE, issue.number(), r.value()));
        }
        return marks;
    }

    private static void add(
            List<Mark> marks, IndexSchema schema, Marker marker, TextField field, int issue, String text) {
        marker.spans(field, schema.words().of(text)).forEach(span -> marks.add(new Mark(field, issue, span)));
    }
}
