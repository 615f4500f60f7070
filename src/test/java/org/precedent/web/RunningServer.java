package org.precedent.web;

import java.nio.file.Path;
import java.util.List;
import org.precedent.search.SearchEngine;
import org.precedent.search.Searching;
import org.precedent.vocabulary.Vocabularies;

/**
 * A running server over a fixture, for tests.
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
        return new RunningServer(
                new Server(options, new Searching(engine, Vocabularies.bundled()), parts -> List.of()));
    }

    int port() {
        return port;
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
