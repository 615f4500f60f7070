package org.precedent.opensearch.write;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.precedent.determination.Determination;
import org.precedent.json.Json;

/**
 * A determination that waits for a commit, as deflated JSON: a tenth of what it takes as objects.
 */
public final class PackedDetermination {
    static final PackedDetermination NONE = new PackedDetermination(new byte[0]);

    private final byte[] bytes;

    private PackedDetermination(byte[] bytes) {
        this.bytes = bytes;
    }

    static PackedDetermination of(Determination determination) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(Json.writeBytes(determination));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PackedDetermination(bytes.toByteArray());
    }

    Determination unpack() {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return Json.read(in.readAllBytes(), Determination.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
