package org.precedent.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.precedent.json.Json;
import org.precedent.saved.SavedSearches;
import org.precedent.search.SearchEngine;
import org.precedent.search.interpret.SearchService;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.http.BasePath;

/**
 * A real server on a free port, used by one browser at a time.
 */
public final class SiteFixture implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final SavedSearches saved;
    private final Server server;
    private final int port;
    private HttpClient browser = browser();

    public SiteFixture(SearchEngine engine, Path file) {
        this(engine, file, BasePath.ROOT);
    }

    public SiteFixture(SearchEngine engine, Path file, BasePath base) {
        this(engine, file, base, false, () -> {});
    }

    /** A site with email alerts turned on. */
    public static SiteFixture mailing(SearchEngine engine, Path file) {
        return new SiteFixture(engine, file, BasePath.ROOT, true, () -> {});
    }

    /** A site that runs a callback after every correction. */
    public static SiteFixture correcting(SearchEngine engine, Path file, Runnable corrected) {
        return new SiteFixture(engine, file, BasePath.ROOT, false, corrected);
    }

    private SiteFixture(SearchEngine engine, Path file, BasePath base, boolean mail, Runnable corrected) {
        InstantSource clock = () -> NOW;
        saved = SavedSearches.open(file, clock);
        var options = ServerOptions.of("127.0.0.1", 0, Path.of("templates"), Path.of("static"))
                .withBasePath(base);
        var searching = new SearchService(engine, Vocabularies.bundled());
        server = new Server(
                options, searching, p -> new SiteRoutes(saved, clock, mail, corrected).routes(p.gateway(), p.pages()));
        port = server.start();
    }

    /** Switches to a new browser, that of another user. */
    public void anotherBrowser() {
        browser = browser();
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(uri(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build(), BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> bytes(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofByteArray());
    }

    public Map<?, ?> json(String path) {
        return Json.read(get(path).body(), Map.class);
    }

    /** Sends a form as from a page of this site. */
    public HttpResponse<String> post(String path, Map<String, String> form) {
        return post(path, form, "Origin", "http://127.0.0.1:" + port);
    }

    public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        var body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build(), BodyHandlers.ofString());
    }

    /** Uploads a file as from a form with a file field. */
    public HttpResponse<String> upload(String path, String name, String content) {
        var body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--b--\r\n";
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Saves a search. Returns the path of its page. */
    public String save(String url, String name, String note) {
        var answer = post("/saved", Map.of("url", url, "name", name, "note", note));
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    public SavedSearches saved() {
        return saved;
    }

    /** The routes of the server, in the form {@code GET /search}. */
    public Set<String> routes() {
        return ServedRoutes.of(server);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        server.close();
        saved.close();
        browser.close();
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return browser.send(request, handler);
        } catch (IOException e) {
            throw new AssertionError(request.uri() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
