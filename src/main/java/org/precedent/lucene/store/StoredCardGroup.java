package org.precedent.lucene.store;

import java.util.Optional;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;
import org.precedent.determination.Determination;
import org.precedent.determination.Located;

/**
 * The result cards of a determination, stored together so that one read fetches them: the determination's card, the cards of its issues in
 * order, and its clinical summary, which few results show and which is therefore decompressed on demand. Not thread-safe.
 */
public final class StoredCardGroup {
    private final CardCompression compression;
    private final BytesRef stored;
    private final byte[] listed;
    private final StoredLetterCard letter;
    private final int issues;

    /**
     * Reads the determination's own card; the others are read on demand.
     */
    StoredCardGroup(CardCompression compression, BytesRef stored) {
        this.compression = compression;
        this.stored = stored;
        this.listed = compression.listed(stored);
        var in = new ByteArrayDataInput(listed);
        this.letter = CardFormat.read(() -> StoredLetterCard.read(in));
        this.issues = in.getPosition();
    }

    /**
     * The cards of a determination in plain form.
     *
     * @param bytes all cards
     * @param listed length in bytes of all but the summary
     */
    public record Plain(BytesRef bytes, int listed) {
        public static Plain of(StoredLetterCard card, Determination letter) {
            var listed = CardFormat.write(out -> {
                card.write(out);
                for (var issue : letter.issues()) {
                    var one = CardFormat.write(StoredIssueCard.of(issue)::write);
                    out.writeVInt(one.length);
                    out.writeBytes(one.bytes, one.offset, one.length);
                }
            });
            var all = CardFormat.write(out -> {
                out.writeBytes(listed.bytes, listed.offset, listed.length);
                CardFormat.optional(out, letter.narrative().clinicalSummary().map(Located::value));
            });
            return new Plain(all, listed.length);
        }

        /** The form in which {@link StoredCardReader} reads them. */
        public BytesRef compressed() {
            return CardCompression.compress(bytes, listed);
        }
    }

    /** All cards in plain form. */
    BytesRef plain() {
        return new BytesRef(compression.all(stored));
    }

    public StoredLetterCard letter() {
        return letter;
    }

    public Optional<String> summary() {
        var all = compression.all(stored);
        var in = new ByteArrayDataInput(all, listed.length, all.length - listed.length);
        return CardFormat.read(() -> CardFormat.optional(in));
    }

    /**
     * Reads the card of an issue.
     *
     * @param index zero-based index of the issue, as in the document block
     */
    public StoredIssueCard issue(int index) {
        var in = new ByteArrayDataInput(listed, issues, listed.length - issues);
        return CardFormat.read(() -> {
            for (int i = 0; i < index; i++) {
                in.skipBytes(in.readVInt());
            }
            in.readVInt();
            return StoredIssueCard.read(in);
        });
    }
}
