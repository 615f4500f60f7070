package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.cli.Cli;
import org.precedent.lucene.LuceneEngine;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.query.Query;
import org.precedent.vocabulary.Vocabularies;

/** Every issue of a determination shows or links to similar disputes, including the later issues of a long determination. */
class SimilarDisputesTest {
    @TempDir
    private Path folder;

    @Test
    void everyIssueShowsOrLeadsToThem() {
        var ingest = Cli.run("ingest", "src/main/resources/samples", "--index", folder.toString());
        try (var engine = LuceneEngine.open(folder.resolve("lucene"), Vocabularies.bundled());
                var server = RunningServer.over(engine)) {
            var client = new TestClient(server.port());
            var id = longest(engine);
            var page = page(client, "/determinations/" + id);
            int issues = page.select("article[id^=issue-], section[id^=issue-]").size();
            assertTrue(issues > 5, ingest.err() + issues + " issues of " + id);
            assertFalse(page.select("#issue-1 .similar li").isEmpty(), id);
            var link = page.select("#issue-" + issues + " a[href*=similar=]");
            assertEquals(1, link.size(), id);
            var asked = page(client, link.attr("href").replaceFirst("#.*", ""));
            assertFalse(asked.select("#issue-" + issues + " .similar li").isEmpty(), id);
            for (var wrong : new String[] {"0", "x", "-1", String.valueOf(issues + 1)}) {
                var answer = client.get("/determinations/" + id + "?similar=" + wrong);
                assertEquals(400, answer.statusCode(), wrong);
                assertTrue(answer.body().contains("1 to " + issues), answer.body());
            }
        }
    }

    private static Document page(TestClient client, String path) {
        return Jsoup.parse(client.get(path).body());
    }

    private static String longest(SearchEngine engine) {
        return engine.search(Search.of(new Query.Everything())).letters().stream()
                .max(java.util.Comparator.comparingInt(l -> l.facts().issueCount()))
                .orElseThrow()
                .id();
    }
}
