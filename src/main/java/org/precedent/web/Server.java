package org.precedent.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.servlet.ServletEntry;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.net.BindException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kotlin.LazyKt;
import org.eclipse.jetty.server.ServerConnector;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.interpret.SearchService;
import org.precedent.web.access.Authorization;
import org.precedent.web.access.SignInPages;
import org.precedent.web.http.Assets;
import org.precedent.web.http.Failures;
import org.precedent.web.http.Metrics;
import org.precedent.web.http.Pages;
import org.precedent.web.http.RequestGuard;
import org.precedent.web.http.RequestMetrics;
import org.precedent.web.http.Routes;
import org.precedent.web.http.Templates;
import org.precedent.web.insights.CoveragePages;
import org.precedent.web.insights.InsightsPages;
import org.precedent.web.insights.SplitPages;
import org.precedent.web.letter.ComparePage;
import org.precedent.web.letter.LetterPages;
import org.precedent.web.letter.OriginalPages;
import org.precedent.web.letter.Originals;
import org.precedent.web.limit.PageLimiter;
import org.precedent.web.limit.RateLimit;
import org.precedent.web.limit.RequestBodyDrain;
import org.precedent.web.limit.SearchGate;
import org.precedent.web.search.FacetRows;
import org.precedent.web.search.FacetValuesPage;
import org.precedent.web.search.OutcomesPage;
import org.precedent.web.search.OverviewCache;
import org.precedent.web.search.ResultCards;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.search.SearchPages;
import org.precedent.web.search.SuggestJson;
import org.precedent.web.search.UrlCorrections;
import org.precedent.web.site.HealthEndpoints;
import org.precedent.web.site.HelpAndAboutPages;
import org.precedent.web.site.HomePage;
import org.precedent.web.site.IntegrityStatus;
import org.precedent.web.site.RobotsAndSitemap;
import org.precedent.web.site.SearchMetrics;
import org.precedent.web.subject.SubjectPages;
import org.precedent.web.view.MarkedPieces;

/**
 * The web server. Assembled in the constructor, then started; closing it lets running requests finish.
 */
public final class Server implements AutoCloseable {
    /** Gzip level 6 takes two to three times as long as level 2 and saves only another eighth of the size. */
    private static final int GZIP_LEVEL = 2;

    private static final int RESPONSE_BUFFER_BYTES = 32 * 1024;
    private static final int MIN_CONCURRENT_PAGES = 16;
    private static final int PAGES_PER_SEARCH = 4;
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private final ServerOptions options;
    private final Pages pages;
    private final Authorization admission;
    private final Metrics metrics = new Metrics();
    private final List<Routes> groups;
    private final SearchPages searchPages;
    private final Javalin javalin;
    private final org.eclipse.jetty.server.Server jetty;

    /**
     * Creates a server whose index is not checked for integrity.
     */
    public Server(ServerOptions options, SearchService searching, Function<Parts, List<Routes>> more) {
        this(options, searching, new IntegrityStatus(), Originals.NONE, more);
    }

    /**
     * Creates a server; {@link #start} makes it listen.
     *
     * @param searching interprets queries and runs them; the caller closes its engine
     * @param integrity status of the integrity check of the index and the saved data
     * @param originals the files that determinations were read from
     * @param more creates the remaining routes from the given parts
     */
    public Server(
            ServerOptions options,
            SearchService searching,
            IntegrityStatus integrity,
            Originals originals,
            Function<Parts, List<Routes>> more) {
        this.options = options;
        var assets = new Assets(options.folders().assets(), options.folders().templates());
        var coverage = new OverviewCache(searching.engine());
        var clock = InstantSource.system();
        this.pages = new Pages(
                new Templates(
                        options.folders().templates(),
                        options.proxying().base(),
                        new MarkedPieces(),
                        new FacetRows(options.proxying().base()),
                        new ResultCards(options.proxying().base())),
                assets,
                coverage::site,
                clock);
        var gate = new SearchGate(options.limits().searches(), MAX_WAIT, new SearchMetrics(metrics));
        var gateway = new SearchGateway(searching, gate, options.limits().export());
        var subjects = new SubjectPages(gateway, pages, coverage);
        this.admission = new Authorization(options.access(), clock);
        this.searchPages = new SearchPages(gateway, pages, coverage);
        this.groups = new ArrayList<>(List.of(
                new RequestMetrics(metrics),
                assets,
                new SignInPages(admission, pages),
                new HomePage(gateway, pages, coverage),
                searchPages,
                new OriginalPages(gateway, originals),
                new LetterPages(gateway, pages, originals),
                new FacetValuesPage(gateway, pages),
                new OutcomesPage(gateway, pages, coverage),
                new ComparePage(gateway, pages),
                new InsightsPages(gateway, pages, coverage),
                new CoveragePages(gateway, pages, coverage),
                new SplitPages(gateway, pages),
                subjects,
                new HelpAndAboutPages(pages, coverage),
                new SuggestJson(gateway),
                new RobotsAndSitemap(gateway, subjects::paths),
                new HealthEndpoints(gateway, coverage, metrics, integrity)));
        // must precede the HTML pages: /determinations/{id}.ris is not the page of a determination with ID "{id}.ris"
        groups.addAll(1, more.apply(new Parts(pages, gateway, metrics)));
        this.javalin = Javalin.create(this::configure);
        this.jetty = new Transport(options, metrics, concurrentPages()).createServer(javalin.javalinServlet());
    }

    /**
     * Shared parts that additional routes are built from.
     *
     * @param pages renders templates
     * @param gateway runs searches
     * @param metrics registry for additional metrics
     */
    public record Parts(Pages pages, SearchGateway gateway, Metrics metrics) {}

    /**
     * Renders a results page without sending it, so that templates and code are loaded before the first request.
     */
    public void renderUnsent(SearchOutcome.Found found) {
        searchPages.renderUnsent(found);
    }

    /**
     * Starts listening.
     *
     * @return the port listened on
     * @throws NotListening when the address is in use or not available
     */
    public int start() {
        try {
            jetty.start();
        } catch (Exception e) {
            close();
            throw notListening(e).orElseGet(() -> new IllegalStateException("the web server did not start", e));
        }
        return ((ServerConnector) jetty.getConnectors()[0]).getLocalPort();
    }

    /**
     * Thrown when the address is in use by another program or does not belong to this machine; the message names it and the remedy.
     */
    public static final class NotListening extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotListening(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private Optional<RuntimeException> notListening(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                var place =
                        options.address().host() + " port " + options.address().port();
                var why = String.valueOf(cause.getMessage()).contains("assign")
                        ? ": not an address of this machine; choose one with --host"
                        : ": another program, perhaps another Precedent server, is listening there; choose another"
                                + " port with --port";
                return Optional.of(new NotListening(place + why, e));
            }
        }
        return Optional.empty();
    }

    /**
     * Number of open connections.
     */
    int connections() {
        return jetty.getConnectors()[0].getConnectedEndPoints().size();
    }

    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the web server did not stop cleanly", e);
        }
    }

    // request guards first, then every group of routes
    private void routes(RoutesConfig routes) {
        var guard = new RequestGuard(options.proxying().names(), Transport.BODY_BYTES);
        routes.before(options.proxying().base()::attach);
        routes.before(Server::dropTracking);
        routes.before(guard::check);
        routes.before(RequestBodyDrain::discard);
        routes.beforeMatched(guard::checkOrigin);
        new Failures(pages).register(routes);
        if (options.limits().rate() > 0) {
            new RateLimit(options.limits().rate(), Set.of(HealthEndpoints.HEALTH)).register(routes);
        }
        admission.register(routes);
        new PageLimiter(concurrentPages(), MAX_WAIT).register(routes);
        groups.forEach(group -> group.register(routes));
        routes.after(this::prefixRedirect);
    }

    private void prefixRedirect(Context ctx) {
        var location = ctx.res().getHeader("Location");
        if (location != null) {
            ctx.header("Location", options.proxying().base().toExternal(location));
        }
    }

    private int concurrentPages() {
        return Math.max(
                MIN_CONCURRENT_PAGES, PAGES_PER_SEARCH * options.limits().searches());
    }

    private void configure(JavalinConfig config) {
        // Javalin is used for routing only; Transport builds and starts Jetty
        config.startup.startupWatcherEnabled = false;
        config.unsafe.servlet = LazyKt.lazyOf(new ServletEntry(null, new WireMethodServlet(config.unsafe)));
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Transport.BODY_BYTES;
        config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
        config.http.responseBufferSize = RESPONSE_BUFFER_BYTES;
        routes(config.routes);
        answerHeadLikeGet(config);
    }

    // by default Javalin answers every HEAD with 200 without calling a handler
    private static void answerHeadLikeGet(JavalinConfig config) {
        config.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(e -> e.method.equals(HandlerType.GET))
                .toList()
                .forEach(get -> config.routes.addEndpoint(
                        new Endpoint(HandlerType.HEAD, get.path, get.handler, Set.of(get.metadata(Roles.class)))));
    }

    // Links shared through mail and advertising services carry tracking parameters.
    private static void dropTracking(Context ctx) {
        if (ctx.method().equals(HandlerType.GET) && ctx.queryString() != null) {
            UrlCorrections.withoutTracking(ctx.queryString()).ifPresent(query -> {
                ctx.redirect(ctx.path() + (query.isEmpty() ? "" : "?" + query));
                ctx.skipRemainingHandlers();
            });
        }
    }
}
