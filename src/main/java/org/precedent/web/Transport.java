package org.precedent.web;

import jakarta.servlet.Servlet;
import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Predicate;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.precedent.web.access.Access.Audience;
import org.precedent.web.access.TrustedProxies;
import org.precedent.web.http.BasePath;
import org.precedent.web.http.Metrics;
import org.precedent.web.http.ProtocolErrors;
import org.precedent.web.limit.ClientConnectionLimit;
import org.precedent.web.limit.SlowClientMonitor;

/**
 * Builds the Jetty server: connector, limits, thread pool, and a chain of handlers that ends in one servlet. The chain is stateless: there
 * is no session handler and no WebSocket upgrade.
 */
final class Transport {
    /** Maximum size of a request body, in bytes. */
    static final long BODY_BYTES = 256 * 1024;

    private static final Duration STOPPING = Duration.ofSeconds(5);
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration STOPPING_IDLE_TIMEOUT = Duration.ofMillis(100);
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int CONNECTIONS = 1000;
    private static final int CONNECTIONS_OF_A_PEER = 64;
    private static final String PARALLELISM_PROPERTY = "jdk.virtualThreadScheduler.parallelism";
    private static final int EXTRA_CARRIERS = 16;

    private final ServerOptions options;
    private final Metrics metrics;
    private final int pages;
    private final TrustedProxies forwarded;

    /**
     * Creates a transport with the given options.
     *
     * @param pages maximum number of pages rendered concurrently
     */
    Transport(ServerOptions options, Metrics metrics, int pages) {
        this.options = options;
        this.metrics = metrics;
        this.pages = pages;
        this.forwarded = new TrustedProxies(options.proxying().proxies());
    }

    /**
     * Creates a server, not yet started, that passes every request to the given servlet.
     */
    Server createServer(Servlet servlet) {
        var server = new Server(threads());
        server.setStopTimeout(STOPPING.toMillis());
        server.setErrorHandler(new ProtocolErrors(options.proxying().base()));
        server.addConnector(connector(server));
        server.setHandler(new GracefulHandler(context(servlet)));
        return server;
    }

    private static ServletContextHandler context(Servlet servlet) {
        var context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.setContextPath("/");
        context.addServlet(new ServletHolder(servlet), "/*");
        return context;
    }

    private HttpConfiguration http() {
        var http = new HttpConfiguration();
        http.setUriCompliance(UriCompliance.DEFAULT);
        // strict, so that server and proxy agree on where a request ends (prevents request smuggling)
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.addCustomizer(forwarded);
        http.addCustomizer(new BasePathCustomizer(options.proxying().base()));
        return http;
    }

    private ServerConnector connector(Server server) {
        var http = http();
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(options.address().host());
        connector.setPort(options.address().port());
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        connector.setShutdownIdleTimeout(STOPPING_IDLE_TIMEOUT.toMillis());
        connector.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        var slow = new SlowClientMonitor(connector, options.limits().timeouts());
        connector.addBean(slow);
        metrics.externalCounter("precedent_slow_connections", "Connections ended for their slowness.", slow::ended);
        metrics.gauge(
                "precedent_connections",
                "Connections open.",
                () -> connector.getConnectedEndPoints().size());
        http.addCustomizer(slow);
        if (options.access().audience() != Audience.THIS_MACHINE) {
            Predicate<InetAddress> proxy = forwarded::trusts;
            connector.addBean(new ClientConnectionLimit(CONNECTIONS_OF_A_PEER, proxy));
        }
        return connector;
    }

    // pool threads accept and select; each request runs on a virtual thread, at most one per connection
    private QueuedThreadPool threads() {
        shareTime();
        var pool = new QueuedThreadPool(50, 4);
        pool.setVirtualThreadsExecutor(new VirtualThreadPool(CONNECTIONS));
        pool.setName("web");
        return pool;
    }

    // Virtual threads yield their carrier thread only when they block. With one carrier per processor, page rendering
    // would keep new requests from reaching the limiter that refuses them; with more, the operating system shares the
    // time. The JVM reads the property when the first virtual thread starts; a value set on the command line is kept.
    private void shareTime() {
        if (System.getProperty(PARALLELISM_PROPERTY) == null) {
            System.setProperty(PARALLELISM_PROPERTY, Integer.toString(pages + EXTRA_CARRIERS));
        }
    }

    /**
     * Strips the base path from the URL of every request before routing.
     */
    private static final class BasePathCustomizer implements HttpConfiguration.Customizer {
        private final BasePath base;

        BasePathCustomizer(BasePath base) {
            this.base = base;
        }

        @Override
        public Request customize(Request request, HttpFields.Mutable responseHeaders) {
            var path = request.getHttpURI().getPath();
            var inner = path == null ? null : base.toInternal(path);
            if (inner == null || inner.equals(path)) {
                return request;
            }
            var uri = HttpURI.build(request.getHttpURI()).path(inner).asImmutable();
            return new Request.Wrapper(request) {
                @Override
                public HttpURI getHttpURI() {
                    return uri;
                }
            };
        }
    }
}
