package org.precedent.web;

import java.nio.file.Path;
import java.util.Set;
import org.precedent.web.access.Access;
import org.precedent.web.http.BasePath;
import org.precedent.web.limit.SlowClientMonitor.ClientTimeouts;

/**
 * Network options of the server: where and how it listens.
 *
 * @param address where it listens
 * @param folders folders of templates and static files
 * @param access access policy
 * @param proxying how reverse proxies reach the server
 * @param limits limits on load
 */
public record ServerOptions(Address address, Folders folders, Access access, Proxying proxying, Limits limits) {
    /**
     * Address the server listens on.
     *
     * @param host address to bind: {@code 127.0.0.1}
     * @param port port to bind, 0 for any free one
     */
    public record Address(String host, int port) {}

    /**
     * Folders the server reads its pages from.
     *
     * @param templates folder of the Thymeleaf files
     * @param assets folder of style sheets, scripts and images
     */
    public record Folders(Path templates, Path assets) {}

    /**
     * How reverse proxies reach the server.
     *
     * @param names accepted host names besides {@code localhost} and IP addresses, in lower case
     * @param proxies addresses or ranges of trusted reverse proxies
     * @param base path prefix under which a proxy publishes the server
     */
    public record Proxying(Set<String> names, Set<String> proxies, BasePath base) {
        /** No reverse proxy: clients connect directly. */
        public static final Proxying NONE = new Proxying(Set.of(), Set.of(), BasePath.ROOT);

        public Proxying {
            names = Set.copyOf(names);
            proxies = Set.copyOf(proxies);
        }
    }

    /**
     * Limits on load.
     *
     * @param searches maximum number of concurrent searches
     * @param rate requests per minute and client, 0 for no limit
     * @param export maximum number of determinations in one exported file
     * @param timeouts time limits for slow clients
     */
    public record Limits(int searches, int rate, int export, ClientTimeouts timeouts) {
        /** Two concurrent searches per processor (at least four) and no rate limit. */
        public static final Limits DEFAULT = new Limits(
                Math.max(4, 2 * Runtime.getRuntime().availableProcessors()), 0, 100_000, ClientTimeouts.DEFAULT);
    }

    /**
     * Options for a server that only this machine can use, with the usual limits.
     */
    public static ServerOptions of(String host, int port, Path templates, Path assets) {
        return new ServerOptions(
                new Address(host, port),
                new Folders(templates, assets),
                Access.THIS_MACHINE,
                Proxying.NONE,
                Limits.DEFAULT);
    }

    /**
     * Copy of these options with another access policy.
     */
    public ServerOptions with(Access other) {
        return new ServerOptions(address, folders, other, proxying, limits);
    }

    /**
     * Copy of these options with other host names and trusted proxies.
     */
    public ServerOptions withProxies(Set<String> names, Set<String> proxies) {
        return new ServerOptions(address, folders, access, new Proxying(names, proxies, proxying.base()), limits);
    }

    /**
     * Copy of these options with other limits.
     */
    public ServerOptions with(Limits other) {
        return new ServerOptions(address, folders, access, proxying, other);
    }

    /**
     * Copy of these options with another base path.
     */
    public ServerOptions withBasePath(BasePath base) {
        return new ServerOptions(
                address, folders, access, new Proxying(proxying.names(), proxying.proxies(), base), limits);
    }
}
