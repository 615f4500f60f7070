package org.precedent.bench;

import io.javalin.Javalin;

/**
 * The lower bound for a page: the same web server returning a constant.
 */
final class HelloPage implements AutoCloseable {
    private final Javalin javalin;

    HelloPage() {
        javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            config.routes.get("/", ctx -> ctx.result("hello"));
        });
        javalin.start();
    }

    int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
