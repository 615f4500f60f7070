package org.precedent.web.export;

import io.javalin.http.Context;
import org.precedent.web.http.BasePath;

/**
 * Determines the origin under which clients address this server.
 */
public final class ServerOrigin {
    private ServerOrigin() {}

    /**
     * URLs with the configured public URL, or else with the host of the request, which the request guard has already validated.
     */
    public static AbsoluteUrls urls(Context ctx) {
        return new AbsoluteUrls(BasePath.origin(ctx));
    }

    /**
     * URLs for files that are opened elsewhere; paths only when links would work on this machine alone.
     */
    public static AbsoluteUrls urlsForFiles(Context ctx) {
        return BasePath.citableOrigin(ctx).map(AbsoluteUrls::new).orElse(AbsoluteUrls.PATHS);
    }
}
