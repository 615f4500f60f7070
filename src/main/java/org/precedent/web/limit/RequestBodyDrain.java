package org.precedent.web.limit;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * Reads and discards the body of a GET or HEAD request. No handler uses such a body, but closing a connection with unread bytes resets it,
 * and the client may lose the end of the response.
 */
public final class RequestBodyDrain {
    /** Maximum number of bytes to read and discard. */
    private static final int MAX_BYTES = 1 << 16;

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    private RequestBodyDrain() {}

    /**
     * Discards the body of a GET or HEAD request, if it has one.
     */
    public static void discard(Context ctx) {
        boolean hasBody = ctx.contentLength() > 0 || ctx.header("Transfer-Encoding") != null;
        if (!hasBody || !READING.contains(ctx.method())) {
            return;
        }
        try {
            var in = ctx.req().getInputStream();
            var bytes = new byte[4096];
            int left = MAX_BYTES;
            for (int n = in.read(bytes); n >= 0 && left > 0; n = in.read(bytes)) {
                left -= n;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
