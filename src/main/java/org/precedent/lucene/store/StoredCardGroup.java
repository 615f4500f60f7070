package org.precedent.lucene.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;
import org.precedent.determination.Determination;
import org.precedent.determination.Located;

/**
 * The result cards of a determination, stored together so that one read fetches them: the determination's card, its clinical
 * summary, and the cards of its issues in order. Not thread-safe.
 */
public final class StoredCardGroup {
    private final BytesRef bytes;
    private final StoredLetterCard letter;
    private final int behind;

    /**
     * Reads the determination's own card; the others are read on demand.
     */
    StoredCardGroup(BytesRef bytes) {
        this.bytes = bytes;
        var in = from(bytes.offset);
        this.letter = CardFormat.read(() -> StoredLetterCard.read(in));
        this.behind = in.getPosition();
    }

    public static BytesRef bytes(StoredLetterCard card, Determination letter) {
        var summary = letter.narrative().clinicalSummary().map(Located::value);
        return bytes(
                card,
                summary,
                letter.issues().stream()
                        .map(issue -> CardFormat.write(StoredIssueCard.of(issue)::write))
                        .toList());
    }

    private static BytesRef bytes(StoredLetterCard card, Optional<String> summary, List<BytesRef> issues) {
        return CardFormat.write(out -> {
            card.write(out);
            CardFormat.optional(out, summary);
            for (var one : issues) {
                out.writeVInt(one.length);
                out.writeBytes(one.bytes, one.offset, one.length);
            }
        });
    }

    BytesRef bytes() {
        return bytes;
    }

    public StoredLetterCard letter() {
        return letter;
    }

    public Optional<String> summary() {
        var in = from(behind);
        return CardFormat.read(() -> CardFormat.optional(in));
    }

    /**
     * Reads the card of an issue.
     *
     * @param index zero-based index of the issue, as in the document block
     */
    public StoredIssueCard issue(int index) {
        var in = from(behind);
        return CardFormat.read(() -> {
            skipOptional(in);
            for (int i = 0; i < index; i++) {
                in.skipBytes(in.readVInt());
            }
            in.readVInt();
            return StoredIssueCard.read(in);
        });
    }

    private static void skipOptional(ByteArrayDataInput in) throws IOException {
        if (in.readVInt() != 0) {
            in.skipBytes(in.readVInt());
        }
    }

    private ByteArrayDataInput from(int position) {
        return new ByteArrayDataInput(bytes.bytes, position, bytes.offset + bytes.length - position);
    }
}
