package org.precedent.lucene.legacy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;
import org.precedent.determination.Determination;
import org.precedent.json.Json;

/**
 * Reads whole determinations from indexes of earlier versions, for {@code reindex}. Four formats are supported: deflated JSON, a
 * binary format with rationales either on the cards of the issues or together on the card of the determination, and JSON deflated against
 * cards in a stored field.
 */
public final class LegacyLetters {
    /** Stored field with the whole determination; only indexes of earlier versions have it. */
    static final String WHOLE_FIELD = "whole";

    private static final String CARD = "card";

    private static final String DETERMINATION = "determination";

    /** First byte of the format with all cards in one record; no deflate stream starts with it. */
    private static final byte CARDS_TOGETHER = 0x17;

    /** First byte of the format with one card per issue. */
    private static final byte CARDS_APART = 0x0f;

    private final IndexReader reader;
    private final StoredFields fields;
    private final Decoder decoder;

    /** Decodes a determination deflated against its cards, which has not changed since. */
    public interface Decoder {
        Determination decode(BytesRef stored, BytesRef cards, String sha256);
    }

    /**
     * Creates a reader of one index. Not thread-safe.
     */
    public LegacyLetters(IndexReader reader, Decoder decoder) {
        this.reader = reader;
        this.decoder = decoder;
        try {
            this.fields = reader.storedFields();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether a segment was written by an earlier version.
     */
    public static boolean isLegacy(LeafReader leaf) {
        var card = leaf.getFieldInfos().fieldInfo(CARD);
        return leaf.getFieldInfos().fieldInfo(WHOLE_FIELD) != null
                || (card != null && card.getDocValuesType() == DocValuesType.NONE);
    }

    /**
     * Reads a determination.
     *
     * @param segment ordinal of the segment
     * @param doc the determination's own document within the segment
     */
    public Determination read(int segment, int doc) {
        try {
            var leaf = reader.leaves().get(segment).reader();
            if (leaf.getFieldInfos().fieldInfo(WHOLE_FIELD) == null) {
                return withStoredCards(DocValues.getBinary(leaf, DETERMINATION), segment, doc);
            }
            var stored = bytes(segment, doc, WHOLE_FIELD);
            byte form = stored.bytes[stored.offset];
            if (form != CARDS_TOGETHER && form != CARDS_APART) {
                return inflated(stored);
            }
            var card = bytes(segment, doc, CARD);
            var cards = form == CARDS_TOGETHER ? LegacyCards.combined(card) : separateCards(segment, doc, card);
            var in = new ByteArrayDataInput(stored.bytes, stored.offset + 1, stored.length - 1);
            return LegacyLetterDecoder.read(in, cards, form == CARDS_TOGETHER ? 0 : 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Determination withStoredCards(BinaryDocValues values, int segment, int doc) throws IOException {
        if (!values.advanceExact(doc)) {
            throw new IllegalStateException("document without " + DETERMINATION);
        }
        var card = bytes(segment, doc, CARD);
        return decoder.decode(values.binaryValue(), card, LegacyCards.sha256(card));
    }

    private LegacyCards separateCards(int segment, int doc, BytesRef letterCard) throws IOException {
        var cards = new ArrayList<BytesRef>();
        for (int issue = doc - LegacyCards.issues(letterCard); issue < doc; issue++) {
            cards.add(bytes(segment, issue, CARD));
        }
        return LegacyCards.separate(cards);
    }

    private static Determination inflated(BytesRef stored) throws IOException {
        var inflater = new Inflater(true);
        try (var in = new InflaterInputStream(
                new ByteArrayInputStream(stored.bytes, stored.offset, stored.length), inflater)) {
            return Json.read(
                    Json.writeBytes(withReasoning(Json.read(in.readAllBytes(), Map.class))), Determination.class);
        } finally {
            inflater.end();
        }
    }

    /** Moves the rationale into the {@code reasoning} object, which earlier versions did not have. */
    private static Map<?, ?> withReasoning(Map<?, ?> determination) {
        var whole = new LinkedHashMap<Object, Object>(determination);
        var issues = new ArrayList<Object>();
        for (var issue : (List<?>) Objects.requireNonNull(whole.get("issues"))) {
            var changed = new LinkedHashMap<Object, Object>((Map<?, ?>) issue);
            var reasoning = new LinkedHashMap<String, Object>();
            reasoning.put("rationale", changed.remove("rationale"));
            reasoning.put("reasons", List.of());
            changed.putIfAbsent("reasoning", reasoning);
            issues.add(changed);
        }
        whole.put("issues", issues);
        return whole;
    }

    private BytesRef bytes(int segment, int doc, String field) throws IOException {
        var stored = fields.document(reader.leaves().get(segment).docBase + doc, Set.of(field));
        return Optional.ofNullable(stored.getBinaryValue(field))
                .orElseThrow(() -> new IllegalStateException("document without " + field));
    }
}
