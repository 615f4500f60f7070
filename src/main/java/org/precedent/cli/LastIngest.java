package org.precedent.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.precedent.ingest.FileResult.Status;
import org.precedent.ingest.IngestReport;
import org.precedent.json.Json;

/**
 * Report of the last ingest, kept next to the index so that a server can show it.
 *
 * @param finished when it ended
 * @param counts number of files by result
 */
record LastIngest(Instant finished, Map<String, Long> counts) {
    private static final String NAME = "last-ingest.json";

    /**
     * Stores the summary of an ingest.
     *
     * @param lucene folder of the index generations
     */
    static void save(Path lucene, IngestReport report, Instant finished) throws IOException {
        var json = new LinkedHashMap<String, Object>(report.json());
        json.put("finished", finished.toString());
        var part = lucene.resolveSibling(NAME + ".part");
        try (var channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((Json.write(json) + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(
                part, lucene.resolveSibling(NAME), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Loads the summary of the last ingest; empty if none is stored.
     */
    static Optional<LastIngest> load(Path lucene) {
        try {
            var json = Json.read(Files.readString(lucene.resolveSibling(NAME)), Map.class);
            var counts = new LinkedHashMap<String, Long>();
            for (var status : Status.values()) {
                if (json.get(status.label()) instanceof Number count) {
                    counts.put(status.label(), count.longValue());
                }
            }
            return Optional.of(new LastIngest(Instant.parse(String.valueOf(json.get("finished"))), counts));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
