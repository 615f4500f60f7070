package org.precedent.web;

import java.nio.file.Path;
import java.util.Set;

/**
 * Where and how the server listens.
 *
 * @param host address to bind: {@code 127.0.0.1}
 * @param port port to bind; 0 for any free one
 * @param templates folder of the Thymeleaf files
 * @param assets folder of style sheet, script and images
 * @param names host names it answers for besides {@code localhost} and plain addresses
 * @param searches how many searches may run at once
 */
public record ServerOptions(String host, int port, Path templates, Path assets, Set<String> names, int searches) {
    public ServerOptions {
        names = Set.copyOf(names);
    }

    /**
     * No further names, and twice as many searches at once as there are processors.
     */
    public static ServerOptions of(String host, int port, Path templates, Path assets) {
        return new ServerOptions(
                host,
                port,
                templates,
                assets,
                Set.of(),
                Math.max(4, 2 * Runtime.getRuntime().availableProcessors()));
    }
}
