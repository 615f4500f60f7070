package org.precedent.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.precedent.json.Json;
import org.precedent.lucene.LuceneEngine;
import org.precedent.saved.SavedSearches;
import org.precedent.search.SearchEngine;
import org.precedent.search.interpret.SearchService;
import org.precedent.web.Server;
import org.precedent.web.ServerOptions;
import org.precedent.web.SiteRoutes;
import org.precedent.web.access.Access;
import org.precedent.web.access.Secret;
import org.precedent.web.letter.Originals;
import org.precedent.web.site.IntegrityStatus;

/**
 * A running server with a browser to open its pages.
 */
final class BrowserSite implements AutoCloseable {
    /** Password of the locked site. */
    static final String PASSWORD = "twelve letters";

    private static final ServerOptions OPTIONS =
            ServerOptions.of("127.0.0.1", 0, Path.of("templates"), Path.of("static"));

    private final Chromium chromium;
    private final LuceneEngine letters;
    private final SavedSearches saved;
    private final Server server;
    private final String origin;

    private BrowserSite(Chromium chromium, LuceneEngine letters, SearchEngine asked, ServerOptions options) {
        this(chromium, letters, asked, options, Originals.NONE);
    }

    private BrowserSite(
            Chromium chromium, LuceneEngine letters, SearchEngine asked, ServerOptions options, Originals originals) {
        this.chromium = chromium;
        this.letters = letters;
        var clock = InstantSource.system();
        saved = SavedSearches.open(BrowserCorpus.folder().resolve("precedent.db"), clock);
        server = new Server(
                options,
                new SearchService(asked, BrowserCorpus.VOCABULARIES),
                new IntegrityStatus(),
                originals,
                parts -> new SiteRoutes(saved, clock).routes(parts.gateway(), parts.pages()));
        origin = "http://127.0.0.1:" + server.start();
    }

    /** A site with all determinations. */
    static BrowserSite full(Chromium chromium) {
        return with(chromium, OPTIONS);
    }

    /** A site with all determinations and the original files they were read from. */
    static BrowserSite withOriginals(Chromium chromium, Originals originals) {
        var letters = BrowserCorpus.open();
        return new BrowserSite(chromium, letters, letters, OPTIONS, originals);
    }

    /** A site with an empty index. */
    static BrowserSite empty(Chromium chromium) {
        var none = LuceneEngine.open(BrowserCorpus.folder(), BrowserCorpus.VOCABULARIES);
        return new BrowserSite(chromium, none, none, OPTIONS);
    }

    /** A site that requires a password. */
    static BrowserSite locked(Chromium chromium) {
        var holders = new Access(Access.Audience.HOLDERS, Optional.of(Secret.of(PASSWORD)), Optional.empty());
        return with(chromium, OPTIONS.with(holders));
    }

    /** A site that anyone may read and nobody may change. */
    static BrowserSite readOnly(Chromium chromium) {
        return with(chromium, OPTIONS.with(new Access(Access.Audience.ANYBODY, Optional.empty(), Optional.empty())));
    }

    /** A site with no capacity for searches, so every search is turned away. */
    static BrowserSite busy(Chromium chromium) {
        var usual = ServerOptions.Limits.DEFAULT;
        return with(
                chromium, OPTIONS.with(new ServerOptions.Limits(0, usual.rate(), usual.export(), usual.timeouts())));
    }

    /** A site whose index cannot be read. */
    static BrowserSite broken(Chromium chromium) {
        var letters = BrowserCorpus.open();
        var broken = (SearchEngine) Proxy.newProxyInstance(
                SearchEngine.class.getClassLoader(), new Class<?>[] {SearchEngine.class}, (proxy, method, args) -> {
                    if (method.getName().equals("search")) {
                        throw new UncheckedIOException(new IOException("gone"));
                    }
                    try {
                        return method.invoke(letters, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return new BrowserSite(chromium, letters, broken, OPTIONS);
    }

    private static BrowserSite with(Chromium chromium, ServerOptions options) {
        var letters = BrowserCorpus.open();
        return new BrowserSite(chromium, letters, letters, options);
    }

    /** Opens a page in a new browser context. */
    Page page(int width, ColorScheme scheme) {
        return page(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    }

    /** Opens a page on a wide screen in the light theme. */
    Page page() {
        return page(1280, ColorScheme.LIGHT);
    }

    /** Opens a page in a browser with JavaScript turned off. */
    Page pageWithoutScripts() {
        return page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    /** Opens a page in a browser context with these options. */
    Page page(Browser.NewContextOptions options) {
        BrowserContext context = chromium.browser().newContext(options.setBaseURL(origin));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    String origin() {
        return origin;
    }

    /** The results of a search, from the JSON API. */
    List<Map<?, ?>> results(String query) {
        return list(Json.read(body("/search.json?" + query), Map.class), "results");
    }

    /** The path of the page of the first determination a search finds. */
    String letter(String query) {
        return results(query).getFirst().get("url") + "?search=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /** The path of the comparison of the first issues a search finds. */
    String comparison(String query, int issues) {
        return results(query).stream()
                .limit(issues)
                .map(r -> "i=" + r.get("id") + "%3A"
                        + list(r, "issues").getFirst().get("number"))
                .collect(Collectors.joining("&", "/compare?", ""));
    }

    private static List<Map<?, ?>> list(Map<?, ?> json, String name) {
        return json.get(name) instanceof List<?> list
                ? list.stream().<Map<?, ?>>map(e -> (Map<?, ?>) e).toList()
                : List.of();
    }

    private String body(String path) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(origin + path)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        saved.close();
        letters.close();
    }
}
