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
 * @param prefix {@code /precedent}; empty if the server is at the root of its host
 * @param publicHost scheme, host and port under which the server is publicly known: {@code https://imr.example}; empty if absolute links
 *     use the host of each request
 */
public record BasePath(String prefix, Optional<String> publicHost) {
    private static final Pattern FORM = Pattern.compile("(?:/[A-Za-z0-9._~-]+)*");
    /** Base path of a server at the root of its host. */
    public static final BasePath ROOT = new BasePath("");

    private static final Pattern LOOPBACK = Pattern.compile(
            "(?:(?:.*\\.)?localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d+)?", Pattern.CASE_INSENSITIVE);

    private static final String ATTRIBUTE = "basePath";

    /** JSON keys whose values are paths on this server. */
    private static final Set<String> PATH_MEMBERS =
            Set.of("url", "next", "previous", "href", "original", "self", "feed", "page");

    /**
     * Validates the prefix.
     *
     * @throws IllegalArgumentException if it is not an absolute path of plain segments
     */
    public BasePath {
        prefix = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        if (!FORM.matcher(prefix).matches() || prefix.contains("/.")) {
            throw new IllegalArgumentException(
                    "expected a path like /precedent of letters, digits and - . _ ~, got \"" + prefix + "\"");
        }
    }

    /**
     * Creates a base path whose absolute links use the host of each request.
     */
    public BasePath(String prefix) {
        this(prefix, Optional.empty());
    }

    /**
     * Extracts the base path from the public URL of a server: {@code https://imr.example/precedent}.
     *
     * @throws IllegalArgumentException if the URL is not an HTTP or HTTPS URL, or has user info, a query or a fragment
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
     * The base path attached to a request; {@link #ROOT} if there is none.
     */
    public static BasePath of(Context ctx) {
        BasePath basePath = ctx.attribute(ATTRIBUTE);
        return basePath == null ? ROOT : basePath;
    }

    /**
     * Scheme, host and base path of this server: {@code https://imr.example.org/precedent}. Uses the public URL if one is set, otherwise
     * the {@code Host} header, which {@link RequestGuard} has validated.
     */
    public static String origin(Context ctx) {
        var base = of(ctx);
        return base.publicHost.orElseGet(() -> ctx.scheme() + "://" + ctx.header("Host")) + base.prefix;
    }

    /**
     * The origin for citations and downloaded files, which are read elsewhere; empty if the host is a loopback address, whose links work
     * only on this machine.
     */
    public static Optional<String> citableOrigin(Context ctx) {
        var host = Optional.ofNullable(ctx.header("Host")).orElse("");
        return of(ctx).publicHost.isEmpty() && LOOPBACK.matcher(host).matches()
                ? Optional.empty()
                : Optional.of(origin(ctx));
    }

    /**
     * Attaches this base path to a request.
     */
    public void attach(Context ctx) {
        ctx.attribute(ATTRIBUTE, this);
    }

    /**
     * Whether the prefix is empty.
     */
    public boolean isRoot() {
        return prefix.isEmpty();
    }

    /**
     * Adds the prefix to a path on this server. Any other string is returned unchanged.
     */
    public String toExternal(String path) {
        return isPath(path) ? prefix + path : path;
    }

    /**
     * Strips the prefix from a requested path. A path without the prefix is returned unchanged, because many proxies strip it themselves.
     */
    public String toInternal(String path) {
        var below = !isRoot() && path.startsWith(prefix) ? path.substring(prefix.length()) : path;
        return below.isEmpty() ? "/" : isPath(below) || below.startsWith("?") ? below : path;
    }

    /**
     * Adds the prefix to every path in a JSON value.
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
