package org.precedent.web.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Resolves paths to absolute URLs of this server, for feeds and exported files.
 *
 * @param origin scheme, host and port without a trailing slash: {@code http://localhost:7070}
 */
public record AbsoluteUrls(String origin) {
    /** Leaves paths unchanged, for output that is not tied to a server. */
    public static final AbsoluteUrls PATHS = new AbsoluteUrls("");

    /**
     * URL of the page of a determination.
     */
    String letter(String id) {
        return origin + letterPath(id);
    }

    /**
     * URL of an issue on the page of its determination.
     */
    String issue(String id, int number) {
        return letter(id) + "#issue-" + number;
    }

    /**
     * Resolves a path of this server.
     */
    public String resolve(String path) {
        return origin + path;
    }

    public static String letterPath(String id) {
        return "/determinations/" + encoded(id);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
