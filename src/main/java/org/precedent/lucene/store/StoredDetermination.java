package org.precedent.lucene.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.precedent.determination.Determination;
import org.precedent.determination.Origin;
import org.precedent.json.Json;

/**
 * A whole determination as stored in the index: its source path, then its JSON, deflated with a preset dictionary.
 *
 * @param bytes a format version, the source path, the length of the JSON in bytes, and the deflated JSON
 * @param content SHA-256 of the JSON without the source path, in hexadecimal digits: equal for equal content, wherever the file
 *     lies
 */
public record StoredDetermination(BytesRef bytes, String content) {
    private static final byte VERSION = 1;
    private static final byte[] DICTIONARY = dictionary();
    private static final int LEVEL = 3;
    private static final int DIGEST_BYTES = 16;

    /** No determination is larger; a longer length is damage. */
    private static final int MAX_LENGTH = 256 << 20;

    /**
     * Encodes a determination for storage.
     */
    public static StoredDetermination of(Determination determination) {
        var json = Json.bytes(at("", determination));
        var out = new ByteBuffersDataOutput();
        try {
            out.writeByte(VERSION);
            out.writeString(determination.origin().source());
            out.writeVInt(json.length);
            out.writeBytes(deflate(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StoredDetermination(new BytesRef(out.toArrayCopy()), digest(json));
    }

    /**
     * Decodes what {@link #of} encoded.
     *
     * @throws IllegalStateException when the bytes are damaged
     */
    public static Determination decode(BytesRef stored) {
        var in = new ByteArrayDataInput(stored.bytes, stored.offset, stored.length);
        byte version = in.readByte();
        if (version != VERSION) {
            throw new IllegalStateException(
                    "stored determination of format " + version + ": expected format " + VERSION);
        }
        var source = CardFormat.read(in::readString);
        int length = in.readVInt();
        if (length < 0 || length > MAX_LENGTH) {
            throw new IllegalStateException("stored determination of " + length + " bytes: damaged");
        }
        var json = inflate(stored.bytes, in.getPosition(), stored.offset + stored.length, length);
        return at(source, Json.read(json, Determination.class));
    }

    private static Determination at(String source, Determination d) {
        var o = d.origin();
        var origin = new Origin(source, o.sha256(), o.layout(), o.scanned(), o.fictional(), o.text());
        return new Determination(d.id(), origin, d.header(), d.reviewer(), d.narrative(), d.issues(), d.findings());
    }

    private static byte[] deflate(byte[] json) throws IOException {
        var deflater = new Deflater(LEVEL, true);
        try {
            deflater.setDictionary(DICTIONARY);
            var bytes = new ByteArrayOutputStream(json.length / 3);
            try (var out = new DeflaterOutputStream(bytes, deflater)) {
                out.write(json);
            }
            return bytes.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] bytes, int from, int to, int length) {
        var inflater = new Inflater(true);
        try {
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(bytes, from, to - from);
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

    /** Typical JSON and phrases. Never change the file: what is stored can be read with no other; add a version instead. */
    private static byte[] dictionary() {
        try (var in = StoredDetermination.class.getResourceAsStream("/lucene/determination-1.dictionary")) {
            if (in == null) {
                throw new IllegalStateException("determination-1.dictionary is missing from the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
