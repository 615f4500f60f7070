package org.precedent.web.export;

import io.javalin.http.Context;
import org.precedent.web.http.BasePath;

/**
 * The origin under which a client addresses this server.
 */
public final class ServerOrigin {
    private ServerOrigin() {}

    /**
     * The public URL where one is set, else as the request names it; the guard has let its host name pass.
     */
    public static AbsoluteUrls urls(Context ctx) {
        return new AbsoluteUrls(BasePath.origin(ctx));
    }

    /**
     * The same for files that are read elsewhere: paths alone where only this machine could follow its links.
     */
    public static AbsoluteUrls urlsForFiles(Context ctx) {
        return BasePath.citableOrigin(ctx).map(AbsoluteUrls::new).orElse(AbsoluteUrls.PATHS);
    }
}
