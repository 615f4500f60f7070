package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.cli.Cli;
import org.precedent.json.Json;
import org.precedent.lucene.LuceneEngine;
import org.precedent.saved.SavedSearches;
import org.precedent.vocabulary.Vocabularies;

/**
 * An export of one index, ingested into another, yields the same records.
 */
class ExportedRecordsTest {
    private static final String SAMPLES = "src/main/resources/samples";

    @TempDir
    private Path folder;

    @Test
    void anExportImportedElsewhereGivesTheSameRecords() throws IOException {
        var first = folder.resolve("first");
        ingest(first, SAMPLES);
        var lines = export(first);
        // a byte order mark must be ignored
        var file = Files.writeString(folder.resolve("letters.ndjson"), "\ufeff" + lines);
        var second = folder.resolve("second");
        assertTrue(ingest(second, file.toString()).startsWith(lines.lines().count() + " indexed, 0 replaced"));
        assertEquals(records(lines), records(export(second)));
        var again = ingest(first, file.toString());
        assertTrue(again.startsWith("0 indexed, 0 replaced, " + lines.lines().count() + " unchanged"), again);
    }

    private static String ingest(Path index, String path) {
        return Cli.run("ingest", path, "--index", index.toString()).err();
    }

    private static String export(Path index) {
        try (var engine = LuceneEngine.open(index.resolve("lucene"), Vocabularies.bundled());
                var saved = SavedSearches.open(index.resolve("saved.db"), InstantSource.system());
                var server = RunningServer.whole(engine, RunningServer.options(), saved)) {
            return new TestClient(server.port()).get("/search.ndjson").body();
        }
    }

    /** The records by id, without ingestion times. */
    private static Map<String, Object> records(String lines) {
        var records = new TreeMap<String, Object>();
        lines.lines().forEach(line -> {
            Map<?, ?> record = Json.read(line, Map.class);
            record.remove("firstSeen");
            record.remove("lastChanged");
            records.put(String.valueOf(record.get("id")), record);
        });
        return records;
    }
}
