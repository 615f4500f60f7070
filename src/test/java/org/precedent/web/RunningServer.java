package org.precedent.web;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.precedent.saved.SavedSearches;
import org.precedent.search.SearchEngine;
import org.precedent.search.interpret.SearchService;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.Server.Parts;
import org.precedent.web.http.Routes;

/**
 * A running server on a given engine, for tests.
 */
final class RunningServer implements AutoCloseable {
    private final Server server;
    private final int port;

    private RunningServer(Server server) {
        this.server = server;
        this.port = server.start();
    }

    static RunningServer over(SearchEngine engine) {
        return over(engine, 0);
    }

    static RunningServer over(SearchEngine engine, int port) {
        var options = ServerOptions.of("127.0.0.1", port, Path.of("templates"), Path.of("static"));
        return over(engine, options, parts -> List.of());
    }

    static RunningServer over(SearchEngine engine, ServerOptions options, Function<Parts, List<Routes>> more) {
        return new RunningServer(new Server(options, new SearchService(engine, Vocabularies.bundled()), more));
    }

    /** A server with all its routes. */
    static RunningServer whole(SearchEngine engine, ServerOptions options, SavedSearches saved) {
        return over(
                engine,
                options,
                parts -> new SiteRoutes(saved, InstantSource.system()).routes(parts.gateway(), parts.pages()));
    }

    static ServerOptions options() {
        return ServerOptions.of("127.0.0.1", 0, Path.of("templates"), Path.of("static"));
    }

    int port() {
        return port;
    }

    /** The routes of the server, in the form {@code GET /search}. */
    Set<String> routes() {
        return ServedRoutes.of(server);
    }

    /** The number of open connections. */
    int connections() {
        return server.connections();
    }

    @Override
    public void close() {
        server.close();
    }

    public static void main(String... args) throws InterruptedException {
        over(new FixtureEngine(FixtureLetters.of(Integer.parseInt(args[1]))), Integer.parseInt(args[0]));
        Thread.currentThread().join();
    }
}
