package org.precedent.lucene.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.precedent.determination.Determination;
import org.precedent.determination.Located;

/**
 * A part of a letter's text that is not kept with it, for it is on one of its cards: the clinical summary or a rationale.
 *
 * @param source 0 for the summary, else the number of the issue in order, from 1
 * @param start where the part begins in the text
 * @param length of the part, in characters
 * @param edits make the part of what is on the card
 */
record StoredTextGap(int source, int start, int length, StoredTextPatch edits) {
    /** What a card holds, and where it stands in the text. */
    private record Part(int source, Located<String> value) {}

    /** The gaps of a letter, from its beginning to its end. */
    static List<StoredTextGap> of(Determination letter) {
        var text = letter.origin().text();
        var gaps = new ArrayList<StoredTextGap>();
        int from = 0;
        for (var part : parts(letter)) {
            var span = part.value.span();
            if (span.start() >= from && span.end() <= text.length()) {
                var edits = StoredTextPatch.between(part.value.value(), span.of(text));
                if (edits.isPresent()) {
                    gaps.add(new StoredTextGap(part.source, span.start(), span.length(), edits.get()));
                    from = span.end();
                }
            }
        }
        return gaps;
    }

    private static List<Part> parts(Determination letter) {
        var parts = new ArrayList<Part>();
        letter.narrative().clinicalSummary().ifPresent(summary -> parts.add(new Part(0, summary)));
        for (int i = 0; i < letter.issues().size(); i++) {
            int source = i + 1;
            letter.issues().get(i).rationale().ifPresent(rationale -> parts.add(new Part(source, rationale)));
        }
        parts.sort(Comparator.comparingInt(part -> part.value.span().start()));
        return parts;
    }

    /** What the card holds that the part is made of. */
    String on(StoredCardGroup cards) {
        return (source == 0 ? cards.summary() : cards.issue(source - 1).rationale())
                .orElseThrow(() -> new IllegalStateException("card without the text its letter has"));
    }

    int end() {
        return start + length;
    }

    void write(DataOutput out) throws IOException {
        out.writeVInt(source);
        out.writeVInt(start);
        out.writeVInt(length);
        edits.write(out);
    }

    /**
     * What {@link #write} wrote.
     *
     * @param firstSource the source that was written as 0
     */
    static StoredTextGap read(DataInput in, int firstSource) throws IOException {
        return new StoredTextGap(firstSource + in.readVInt(), in.readVInt(), in.readVInt(), StoredTextPatch.read(in));
    }
}
