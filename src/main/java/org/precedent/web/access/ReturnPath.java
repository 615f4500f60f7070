package org.precedent.web.access;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Optional;
import org.precedent.web.http.BasePath;

/**
 * The path to return to after signing in. Only paths of this server are accepted, which prevents open redirects.
 */
final class ReturnPath {
    private static final String HOME = "/";
    private static final int MAX_LENGTH = 2_000;

    private ReturnPath() {}

    /**
     * The path of the requested page or, after a form was submitted, of the page with the form.
     */
    static String read(Context ctx) {
        if (!ctx.method().equals(HandlerType.GET)) {
            return referer(ctx).map(ReturnPath::validate).orElse(HOME);
        }
        var query = ctx.queryString();
        return validate(query == null || query.isEmpty() ? ctx.path() : ctx.path() + "?" + query);
    }

    /**
     * Returns the given path if a browser resolves it to this server, else the path of the home page.
     */
    static String validate(String path) {
        var here = path.startsWith("/")
                && path.length() <= MAX_LENGTH
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return here ? path : HOME;
    }

    private static Optional<String> referer(Context ctx) {
        try {
            var uri = URI.create(Optional.ofNullable(ctx.header("Referer")).orElse(""));
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return Optional.ofNullable(uri.getRawPath())
                    .map(path -> BasePath.of(ctx).toInternal(path) + query);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
