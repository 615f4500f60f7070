package org.precedent.web;

import java.nio.file.Path;
import java.util.Set;
import org.precedent.web.access.Access;
import org.precedent.web.http.BasePath;
import org.precedent.web.limit.SlowClientMonitor.ClientTimeouts;

/**
 * Network options of the server: where and how it listens.
 *
 * @param host address to bind: {@code 127.0.0.1}
 * @param port port to bind, 0 for any free one
 * @param templates folder of the Thymeleaf files
 * @param assets folder of style sheet, script and images
 * @param names host names accepted besides {@code localhost} and IP addresses, in lower case
 * @param access access policy
 * @param proxies addresses or ranges of trusted reverse proxies
 * @param limits limits on load
 * @param base path below which a proxy shows the server
 */
public record ServerOptions(
        String host,
        int port,
        Path templates,
        Path assets,
        Set<String> names,
        Access access,
        Set<String> proxies,
        Limits limits,
        BasePath base) {
    public ServerOptions {
        names = Set.copyOf(names);
        proxies = Set.copyOf(proxies);
    }

    /**
     * Limits on load.
     *
     * @param searches searches that run at the same time
     * @param rate requests per minute of one client, 0 for no limit
     * @param export determinations one exported file may hold
     * @param patience time limits for slow clients
     */
    public record Limits(int searches, int rate, int export, ClientTimeouts patience) {
        /** Twice as many searches as processors, no rate limit. */
        public static final Limits USUAL = new Limits(
                Math.max(4, 2 * Runtime.getRuntime().availableProcessors()), 0, 100_000, ClientTimeouts.USUAL);
    }

    /**
     * Options for this machine alone, with the usual limits.
     */
    public static ServerOptions of(String host, int port, Path templates, Path assets) {
        return new ServerOptions(
                host, port, templates, assets, Set.of(), Access.THIS_MACHINE, Set.of(), Limits.USUAL, BasePath.ROOT);
    }

    /**
     * The same with another access policy.
     */
    public ServerOptions with(Access other) {
        return new ServerOptions(host, port, templates, assets, names, other, proxies, limits, base);
    }

    /**
     * The same with these host names and trusted proxies.
     */
    public ServerOptions behind(Set<String> otherNames, Set<String> otherProxies) {
        return new ServerOptions(host, port, templates, assets, otherNames, access, otherProxies, limits, base);
    }

    /**
     * The same with other limits.
     */
    public ServerOptions with(Limits other) {
        return new ServerOptions(host, port, templates, assets, names, access, proxies, other, base);
    }

    /**
     * The same below another base path.
     */
    public ServerOptions below(BasePath other) {
        return new ServerOptions(host, port, templates, assets, names, access, proxies, limits, other);
    }
}
