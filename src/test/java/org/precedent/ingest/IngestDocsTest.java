package org.precedent.ingest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.precedent.document.Extracted.Reason;
import org.precedent.ingest.FileResult.Status;

class IngestDocsTest {
    @Test
    void thePageNamesEveryOutcomeAndReason() throws IOException {
        var page = Files.readString(Path.of("src/site/markdown/ingest.md"));
        for (var status : Status.values()) {
            assertTrue(page.contains("| `" + status.label() + "` |"), status.label());
        }
        for (var reason : Reason.values()) {
            assertTrue(page.contains("`" + reason.label() + "`"), reason.label());
        }
    }
}
