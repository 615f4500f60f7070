package org.precedent.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.precedent.determination.Determination;
import org.precedent.determination.Located;

/**
 * A part of a letter's text that is not kept with it, for it is the rationale on the card of one of its issues.
 *
 * @param issue which, from 0
 * @param start where the part begins in the text
 * @param length of the part, in characters
 * @param edits make the part of the rationale
 */
record Gap(int issue, int start, int length, Edits edits) {
    /** The gaps of a letter, from its beginning to its end. */
    static List<Gap> of(Determination letter) {
        var text = letter.origin().text();
        var gaps = new ArrayList<Gap>();
        int from = 0;
        for (int i = 0; i < letter.issues().size(); i++) {
            var rationale = letter.issues().get(i).rationale();
            if (rationale.isPresent() && fits(rationale.get(), from, text.length())) {
                var span = rationale.get().span();
                int issue = i;
                Edits.between(rationale.get().value(), span.of(text))
                        .ifPresent(edits -> gaps.add(new Gap(issue, span.start(), span.length(), edits)));
                from = gaps.isEmpty() ? from : gaps.getLast().end();
            }
        }
        return gaps;
    }

    private static boolean fits(Located<String> rationale, int from, int end) {
        return rationale.span().start() >= from && rationale.span().end() <= end;
    }

    int end() {
        return start + length;
    }

    void write(DataOutput out) throws IOException {
        out.writeVInt(issue);
        out.writeVInt(start);
        out.writeVInt(length);
        edits.write(out);
    }

    static Gap read(DataInput in) throws IOException {
        return new Gap(in.readVInt(), in.readVInt(), in.readVInt(), Edits.read(in));
    }
}
