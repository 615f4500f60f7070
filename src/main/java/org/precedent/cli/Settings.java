package org.precedent.cli;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The one table of settings: name, default and help. A value comes from the command line, else from the environment
 * ({@code PRECEDENT_PORT}), else from {@code precedent.properties} in the working folder ({@code port=...}), else from here.
 */
@SuppressWarnings({"NullAway.Init", "FieldMayBeFinal"}) // picocli sets the fields
final class Settings {
    @Mixin
    private IndexOption index;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "address the server listens on (default: ${DEFAULT-VALUE})")
    String host;

    @Option(
            names = "--port",
            paramLabel = "NUMBER",
            defaultValue = "7070",
            description = "port the server listens on, 0 for any free one (default: ${DEFAULT-VALUE})")
    int port;

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            defaultValue = "${sys:precedent.home:-.}/templates",
            description = "folder of the page templates (default: the distribution's)")
    Path templates;

    @Option(
            names = "--static",
            paramLabel = "DIR",
            defaultValue = "${sys:precedent.home:-.}/static",
            description = "folder of style sheet, script and images (default: the distribution's)")
    Path assets;

    /**
     * Folder of the index generations.
     */
    Path lucene() {
        return index.lucene();
    }

    /**
     * File of the saved searches.
     */
    Path database() {
        return index.database();
    }
}
