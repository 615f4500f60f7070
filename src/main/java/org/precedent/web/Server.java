package org.precedent.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.precedent.search.SearchEngine;
import org.precedent.web.http.Assets;
import org.precedent.web.http.Failures;
import org.precedent.web.http.Gate;
import org.precedent.web.http.Guard;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.http.Templates;
import org.precedent.web.page.Coverage;

/**
 * The web server. Made whole, then started; closing it lets running requests finish.
 */
public final class Server implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration STOPPING = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int HEADER_BYTES = 16 * 1024;
    private static final long BODY_BYTES = 256 * 1024;

    private final ServerOptions options;
    private final Assets assets;
    private final Pages pages;
    private final Gate gate;
    private final List<Routes> more;
    private final Javalin javalin;

    /**
     * A server over an engine, which stays the caller's to close.
     *
     * @param more makes further groups of paths, given what they need to render and to search
     */
    public Server(ServerOptions options, SearchEngine engine, Function<Parts, List<Routes>> more) {
        this.options = options;
        this.assets = new Assets(options.assets(), options.templates());
        this.gate = new Gate(options.searches(), PATIENCE);
        this.pages = new Pages(new Templates(options.templates()), assets, new Coverage(engine)::site);
        this.more = more.apply(new Parts(pages, gate));
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * What further groups of paths build on.
     *
     * @param pages renders templates
     * @param gate every search goes through it
     */
    public record Parts(Pages pages, Gate gate) {}

    /**
     * Listens.
     *
     * @return the port listened on
     */
    public int start() {
        javalin.start();
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    // The table of paths.
    private void routes(RoutesConfig routes) {
        routes.before(new Guard(Set.copyOf(options.names()))::check);
        new Failures(pages).add(routes);
        assets.add(routes);
        more.forEach(group -> group.add(routes));
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = BODY_BYTES;
        config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(6));
        config.jetty.host = options.host();
        config.jetty.port = options.port();
        config.jetty.threadPool = threads();
        config.jetty.modifyServer(server -> server.setStopTimeout(STOPPING.toMillis()));
        config.jetty.modifyHttpConfiguration(Server::limits);
        routes(config.routes);
    }

    private static void limits(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setIdleTimeout(IDLE.toMillis());
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
    }

    private static QueuedThreadPool threads() {
        var pool = new QueuedThreadPool(50, 4);
        pool.setVirtualThreadsExecutor(new VirtualThreadPool(200));
        pool.setName("web");
        return pool;
    }
}
