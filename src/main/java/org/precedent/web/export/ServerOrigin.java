package org.precedent.web.export;

import io.javalin.http.Context;
import org.precedent.web.http.BasePath;

/**
 * The origin under which a client addresses this server.
 */
public final class ServerOrigin {
    private ServerOrigin() {}

    /**
     * As the request names it; the guard has let its host name pass.
     */
    public static AbsoluteUrls of(Context ctx) {
        return new AbsoluteUrls(BasePath.origin(ctx));
    }
}
