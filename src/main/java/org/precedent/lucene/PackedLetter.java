package org.precedent.lucene;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.lucene.util.BytesRef;
import org.precedent.determination.Determination;
import org.precedent.determination.Origin;
import org.precedent.json.Json;

/**
 * The whole letter as compressed JSON. It is packed here, not by the index, so that result lists are read from lightly
 * compressed blocks.
 */
final class PackedLetter {
    private PackedLetter() {}

    /** Digest of all that was read from a letter, wherever its file lies. */
    static String digest(Determination letter) {
        var o = letter.origin();
        var anywhere = new Determination(
                letter.id(),
                new Origin("", o.sha256(), o.layout(), o.scanned(), o.fictional(), o.text()),
                letter.header(),
                letter.reviewer(),
                letter.narrative(),
                letter.issues(),
                letter.findings());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Json.bytes(anywhere));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static BytesRef pack(Determination letter) {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(Json.bytes(letter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return new BytesRef(bytes.toByteArray());
    }

    static Determination unpack(BytesRef packed) {
        var inflater = new Inflater(true);
        try (var in = new InflaterInputStream(
                new ByteArrayInputStream(packed.bytes, packed.offset, packed.length), inflater)) {
            return Json.read(in.readAllBytes(), Determination.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            inflater.end();
        }
    }
}
