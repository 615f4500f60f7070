package org.precedent.lucene.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.precedent.determination.Determination;
import org.precedent.determination.Origin;
import org.precedent.json.Json;

/**
 * A whole determination as stored in the index: its source path, then its JSON, deflated with a preset dictionary that ends in the
 * determination's own result cards. The cards contain half of its text, which therefore is not stored twice.
 */
public final class StoredDetermination {
    private static final byte VERSION = 2;

    /** Format of earlier versions, with a dictionary shared by all determinations. */
    private static final byte WITHOUT_CARDS = 1;

    /** Text common to determinations of every layout, ending in a complete sample; fictional, with no real person in it. */
    private static final byte[] DICTIONARY = PresetDictionary.load("determination-2.dictionary");

    private static final byte[] DICTIONARY_WITHOUT_CARDS = PresetDictionary.load("determination-1.dictionary");

    /** The maximum back-reference distance of deflate. */
    private static final int WINDOW = 1 << 15;

    /**
     * Level 6 takes twice the time and saves only about 12 percent: 990 instead of 1,130 bytes per determination.
     */
    private static final int LEVEL = 3;

    /** One per indexing thread, since a deflater allocates a quarter of a megabyte. */
    private static final ThreadLocal<Deflater> DEFLATERS = ThreadLocal.withInitial(() -> new Deflater(LEVEL, true));

    private static final int DIGEST_BYTES = 16;

    private final Origin origin;
    private final byte[] json;
    private final String content;

    private StoredDetermination(Origin origin, byte[] json) {
        this.origin = origin;
        this.json = json;
        this.content = digest(json);
    }

    /** No determination is larger; a greater length indicates damage. */
    private static final int MAX_LENGTH = 256 << 20;

    /**
     * Encodes a determination for storage.
     */
    public static StoredDetermination of(Determination determination) {
        return new StoredDetermination(determination.origin(), Json.writeBytes(at("", determination)));
    }

    /**
     * The first half of the SHA-256 of the JSON without the source path, in hexadecimal digits: equal for equal content, regardless of file
     * location.
     */
    public String content() {
        return content;
    }

    /**
     * Encodes the determination: format version, source path, length in bytes of the JSON with {@link CompactSpans}, and this JSON
     * deflated.
     *
     * @param cards result cards stored next to it, in plain form; used as dictionary
     */
    public BytesRef bytes(BytesRef cards) {
        var out = new ByteBuffersDataOutput();
        try {
            out.writeByte(VERSION);
            out.writeString(origin.source());
            var compact = CompactSpans.compact(json);
            out.writeVInt(compact.length);
            out.writeBytes(deflate(compact, dictionary(cards, origin.sha256())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    /**
     * Decodes the output of {@link #bytes}.
     *
     * @param cards result cards stored next to it, in plain form
     * @param sha256 digest of its file, from its own card
     * @throws IllegalStateException when the bytes are damaged
     */
    public static Determination decode(BytesRef stored, BytesRef cards, String sha256) {
        var in = new ByteArrayDataInput(stored.bytes, stored.offset, stored.length);
        byte version = in.readByte();
        if (version != VERSION && version != WITHOUT_CARDS) {
            throw new IllegalStateException(
                    "stored determination of format " + version + ": expected format " + VERSION);
        }
        var dictionary =
                version == WITHOUT_CARDS ? ByteBuffer.wrap(DICTIONARY_WITHOUT_CARDS) : dictionary(cards, sha256);
        var source = CardFormat.read(in::readString);
        int length = in.readVInt();
        if (length < 0 || length > MAX_LENGTH) {
            throw new IllegalStateException("stored determination of " + length + " bytes: damaged");
        }
        var inflated = inflate(stored, in.getPosition(), length, dictionary);
        var json = version == WITHOUT_CARDS ? inflated : CompactSpans.expand(inflated);
        return at(source, Json.read(json, Determination.class));
    }

    private static Determination at(String source, Determination d) {
        var o = d.origin();
        var origin = new Origin(source, o.sha256(), o.layout(), o.scanned(), o.fictional(), o.text());
        return new Determination(d.id(), origin, d.header(), d.reviewer(), d.narrative(), d.issues(), d.findings());
    }

    /** Builds the dictionary of a determination: typical JSON, its cards, and its digest. */
    private static ByteBuffer dictionary(BytesRef cards, String sha256) {
        var spelled = sha256.getBytes(StandardCharsets.UTF_8);
        var whole = new byte[DICTIONARY.length + cards.length + spelled.length];
        System.arraycopy(DICTIONARY, 0, whole, 0, DICTIONARY.length);
        System.arraycopy(cards.bytes, cards.offset, whole, DICTIONARY.length, cards.length);
        System.arraycopy(spelled, 0, whole, DICTIONARY.length + cards.length, spelled.length);
        int start = Math.max(0, whole.length - WINDOW);
        return ByteBuffer.wrap(whole, start, whole.length - start);
    }

    private static byte[] deflate(byte[] json, ByteBuffer dictionary) {
        var deflater = DEFLATERS.get();
        deflater.reset();
        deflater.setDictionary(dictionary);
        deflater.setInput(json);
        deflater.finish();
        var bytes = new byte[json.length / 4 + 64];
        int length = 0;
        while (!deflater.finished()) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            length += deflater.deflate(bytes, length, bytes.length - length);
        }
        return Arrays.copyOf(bytes, length);
    }

    private static byte[] inflate(BytesRef stored, int from, int length, ByteBuffer dictionary) {
        var inflater = new Inflater(true);
        try {
            inflater.setDictionary(dictionary);
            inflater.setInput(stored.bytes, from, stored.offset + stored.length - from);
            var json = new byte[length];
            int done = 0;
            while (done < length) {
                int more = inflater.inflate(json, done, length - done);
                if (more == 0) {
                    throw new IllegalStateException("stored determination ends early: damaged");
                }
                done += more;
            }
            return json;
        } catch (DataFormatException e) {
            throw new IllegalStateException("stored determination cannot be inflated: damaged", e);
        } finally {
            inflater.end();
        }
    }

    private static String digest(byte[] json) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(json);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
