package org.precedent.web.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Validators of answers: a browser that still has the same answer is told so before any work is done.
 */
public final class Freshness {
    private Freshness() {}

    /**
     * Names the answer by everything it depends on, and ends the request with 304 when the client has it already.
     *
     * @param parts what the answer depends on: generation of the index, canonical address, version of the templates
     * @return whether the client has it; there is nothing left to do then
     */
    public static boolean unchanged(Context ctx, String... parts) {
        var tag = tag(ctx, Rights.of(ctx) + String.join("\n", parts));
        ctx.header("ETag", tag);
        var known = ctx.header("If-None-Match");
        var same = known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .map(t -> t.startsWith("W/") ? t.substring(2) : t)
                        .anyMatch(t -> t.equals(tag) || t.equals("*"));
        if (same) {
            ctx.status(304);
        }
        return same;
    }

    // A strong validator names the bytes sent, and those differ when they are compressed.
    private static String tag(Context ctx, String identity) {
        var encoding = ctx.header("Accept-Encoding");
        return '"' + digest(identity) + (encoding != null && encoding.contains("gzip") ? "-gz\"" : "\"");
    }

    private static String digest(String identity) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
