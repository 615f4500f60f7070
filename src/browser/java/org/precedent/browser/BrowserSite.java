package org.precedent.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.precedent.document.DocumentOptions;
import org.precedent.document.DocumentReader;
import org.precedent.ingest.Ingest;
import org.precedent.ingest.IngestListener;
import org.precedent.ingest.IngestOptions;
import org.precedent.ingest.LetterReader;
import org.precedent.lucene.LuceneEngine;
import org.precedent.parse.LetterParser;
import org.precedent.saved.SavedSearches;
import org.precedent.search.Searching;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.Server;
import org.precedent.web.ServerOptions;
import org.precedent.web.links.Links;

/**
 * A server over the sample letters and a browser in front of it.
 */
final class BrowserSite implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final LuceneEngine engine;
    private final SavedSearches saved;
    private final Server server;
    private final Playwright playwright;
    private final Browser browser;
    private final String origin;

    BrowserSite() {
        var folder = folder();
        var vocabularies = Vocabularies.bundled();
        var clock = InstantSource.system();
        engine = LuceneEngine.open(folder.resolve("lucene"), vocabularies);
        ingest(engine, vocabularies, clock);
        saved = SavedSearches.open(folder.resolve("precedent.db"), clock);
        server = new Server(
                ServerOptions.of("127.0.0.1", 0, Path.of("templates"), Path.of("static")),
                new Searching(engine, vocabularies),
                parts -> new Links(saved, clock).routes(parts.desk(), parts.pages()));
        origin = "http://127.0.0.1:" + server.start();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setArgs(FLAGS));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("precedent-browser");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void ingest(LuceneEngine engine, Vocabularies vocabularies, InstantSource clock) {
        try (var writer = engine.writer(clock)) {
            var reader = new LetterReader(
                    new DocumentReader(DocumentOptions.DEFAULT), new LetterParser(vocabularies)::parse);
            Ingest.run(
                    List.of(Path.of("src/main/resources/samples")),
                    reader,
                    writer,
                    id -> Optional.empty(),
                    IngestOptions.usual(),
                    IngestListener.NONE);
        }
    }

    /** A page in a browser of its own. */
    Page page(int width, ColorScheme scheme) {
        return context(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme))
                .newPage();
    }

    /** A page on a wide, light screen. */
    Page page() {
        return page(1280, ColorScheme.LIGHT);
    }

    /** A page in a browser that runs no scripts. */
    Page pageWithoutScripts() {
        return context(new Browser.NewContextOptions().setJavaScriptEnabled(false))
                .newPage();
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        var context = browser.newContext(options.setBaseURL(origin));
        context.setDefaultTimeout(30_000);
        return context;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        server.close();
        saved.close();
        engine.close();
    }
}
