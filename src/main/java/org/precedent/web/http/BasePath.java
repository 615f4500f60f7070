package org.precedent.web.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The base path under which a reverse proxy serves this server. Handlers, templates and JSON use paths from the server's own root; the
 * prefix is stripped from incoming requests and added to every outgoing path.
 *
 * @param prefix {@code /precedent}; empty if the server has a host of its own
 * @param publicHost scheme, host and port under which the server is publicly known: {@code https://imr.example}; empty if links follow the
 *     host of each request
 */
public record BasePath(String prefix, Optional<String> publicHost) {
    private static final Pattern FORM = Pattern.compile("(?:/[A-Za-z0-9._~-]+)*");
    /** The server is at the root of its host. */
    public static final BasePath ROOT = new BasePath("");

    private static final Pattern LOOPBACK = Pattern.compile(
            "(?:(?:.*\\.)?localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d+)?", Pattern.CASE_INSENSITIVE);

    private static final String HELD = "basePath";

    /** JSON keys whose values are paths of this server. */
    private static final Set<String> PATH_MEMBERS =
            Set.of("url", "next", "previous", "href", "original", "self", "feed", "page");

    /**
     * The base path an operator gave.
     *
     * @throws IllegalArgumentException when it is not an absolute path of plain segments
     */
    public BasePath {
        prefix = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        if (!FORM.matcher(prefix).matches() || prefix.contains("/.")) {
            throw new IllegalArgumentException(
                    "expected a path like /precedent of letters, digits and - . _ ~, got \"" + prefix + "\"");
        }
    }

    /**
     * A base path whose links follow the address of each request.
     */
    public BasePath(String prefix) {
        this(prefix, Optional.empty());
    }

    /**
     * The base path in the public URL of a server: {@code https://imr.example/precedent}.
     *
     * @throws IllegalArgumentException when it is not such a URL
     */
    public static BasePath ofPublicUrl(String url) {
        try {
            var uri = URI.create(url);
            var scheme = Optional.ofNullable(uri.getScheme()).orElse("");
            if (scheme.matches("https?")
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return new BasePath(uri.getRawPath(), Optional.of(scheme + "://" + uri.getRawAuthority()));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("expected a URL like https://imr.example, got \"" + url + "\"", e);
        }
        throw new IllegalArgumentException("expected a URL like https://imr.example, got \"" + url + "\"");
    }

    /**
     * The base path of the server that a request came to.
     */
    public static BasePath of(Context ctx) {
        BasePath held = ctx.attribute(HELD);
        return held == null ? ROOT : held;
    }

    /**
     * Scheme, host and base path of this server: {@code https://imr.example.org/precedent}. The public URL where one is set, else as
     * the client addresses it; the host name was checked before.
     */
    public static String origin(Context ctx) {
        var base = of(ctx);
        return base.publicHost.orElseGet(() -> ctx.scheme() + "://" + ctx.header("Host")) + base.prefix;
    }

    /**
     * The origin for citations and files, which are read elsewhere; empty where only this machine could follow its links.
     */
    public static Optional<String> citableOrigin(Context ctx) {
        var host = Optional.ofNullable(ctx.header("Host")).orElse("");
        return of(ctx).publicHost.isEmpty() && LOOPBACK.matcher(host).matches()
                ? Optional.empty()
                : Optional.of(origin(ctx));
    }

    /**
     * Remembers it for the rest of the request.
     */
    public void attach(Context ctx) {
        ctx.attribute(HELD, this);
    }

    /**
     * Whether the prefix is empty.
     */
    public boolean isRoot() {
        return prefix.isEmpty();
    }

    /**
     * What a client must ask for to get a path of this server; anything but such a path is left as it is.
     */
    public String toExternal(String path) {
        return isPath(path) ? prefix + path : path;
    }

    /**
     * The path of this server that a client asks for; a path that lacks the prefix is left as it is, because many proxies strip it.
     */
    public String toInternal(String path) {
        var below = !isRoot() && path.startsWith(prefix) ? path.substring(prefix.length()) : path;
        return below.isEmpty() ? "/" : isPath(below) || below.startsWith("?") ? below : path;
    }

    /**
     * A JSON value with the prefix before every path in it.
     *
     * @param value maps, lists and simple values
     */
    @Nullable
    Object prefixPaths(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var prefixed = new LinkedHashMap<@Nullable Object, @Nullable Object>();
            map.forEach((name, member) -> prefixed.put(name, member(name, member)));
            return prefixed;
        }
        return value instanceof List<?> list
                ? list.stream().map(this::prefixPaths).collect(Collectors.toList())
                : value;
    }

    private @Nullable Object member(Object name, @Nullable Object value) {
        return value instanceof String text && PATH_MEMBERS.contains(name) ? toExternal(text) : prefixPaths(value);
    }

    private static boolean isPath(String text) {
        return text.startsWith("/") && !text.startsWith("//");
    }
}
