package org.precedent.web.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.precedent.web.tray.Tray;

/**
 * Answers 304 Not Modified, based on {@code ETag} or {@code Last-Modified}, before computing a response that the client already has.
 */
public final class ConditionalRequests {
    // RFC_1123_DATE_TIME would not pad the day to two digits
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US);

    private ConditionalRequests() {}

    /**
     * Sets an {@code ETag} computed from everything the response depends on, and answers 304 if the client already has that response.
     *
     * @param parts everything the response depends on: generation of the index, canonical address, version of the templates
     * @return true if 304 was sent, so there is nothing left to do
     */
    public static boolean answerIfUnchanged(Context ctx, String... parts) {
        var tag = tag(ctx, Rights.of(ctx).toString() + Tray.of(ctx).keys() + String.join("\n", parts));
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

    /**
     * Sets {@code Last-Modified}, and answers 304 if the client's copy is not older. Call it after {@link #answerIfUnchanged}: an
     * {@code ETag} is exact, so the date is ignored if the client sends one.
     *
     * @return true if 304 was sent, so there is nothing left to do
     */
    public static boolean answerIfUnmodified(Context ctx, Instant lastModified) {
        var date = lastModified.truncatedTo(ChronoUnit.SECONDS);
        ctx.header("Last-Modified", HTTP_DATE.format(date.atZone(ZoneOffset.UTC)));
        var same = ctx.header("If-None-Match") == null
                && since(ctx).filter(known -> !known.isBefore(date)).isPresent();
        if (same) {
            ctx.status(304);
        }
        return same;
    }

    // RFC 9110 requires an invalid date to be ignored
    private static Optional<Instant> since(Context ctx) {
        try {
            return Optional.ofNullable(ctx.header("If-Modified-Since"))
                    .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    // A strong validator identifies the exact bytes sent, which depend on the content encoding.
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
