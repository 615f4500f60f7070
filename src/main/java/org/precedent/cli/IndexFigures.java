package org.precedent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.precedent.lucene.LuceneEngine;
import org.precedent.web.http.Metrics;

/**
 * Metrics of the index's files and of the processes that write them, for {@code /metrics}.
 *
 * @param lucene folder of the index generations
 * @param engine that is served
 */
record IndexFigures(Path lucene, LuceneEngine engine) {
    void register(Metrics metrics) {
        metrics.gauge("precedent_index_bytes", "Bytes of the index's files.", this::bytes);
        metrics.gauges("precedent_cache_entries", "What is kept in memory, by kind.", "cache", engine::caches);
        metrics.gauges(
                "precedent_last_ingest_files",
                "Files of the last ingest, by result.",
                "outcome",
                () -> LastIngest.of(lucene).map(LastIngest::counts).orElse(Map.of()));
        metrics.perhaps(
                "precedent_last_ingest_timestamp_seconds",
                "When the last ingest ended.",
                () -> LastIngest.of(lucene).map(last -> (double) last.finished().getEpochSecond()));
    }

    // files come and go while a writer works: what is gone has no size
    private long bytes() {
        try (var files = Files.walk(lucene)) {
            return files.mapToLong(IndexFigures::size).sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
