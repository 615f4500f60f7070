package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.cli.Cli;
import org.precedent.json.Json;
import org.precedent.lucene.LuceneEngine;
import org.precedent.search.facet.Dimension;
import org.precedent.vocabulary.Vocabularies;

/**
 * Follows every link on the pages of outcomes, guidelines, treatments, split determinations, and coverage over the bundled samples: each
 * leads to a page, and each linked number equals the total of its target.
 */
class InsightsLinksTest {
    private static final Pattern OWN = Pattern.compile("/(insights(/split|/coverage)?|guidelines.*|treatments.*)");
    private static final Pattern NUMBER = Pattern.compile("[\\d,]+");

    @TempDir
    private Path folder;

    private final Set<String> followed = new HashSet<>();
    private final Map<String, Map<?, ?>> totals = new HashMap<>();
    private int numbers;

    @Test
    void everyLinkLeadsToAPageAndEveryNumberToAsMany() throws IOException {
        Cli.run(
                "ingest",
                "src/main/resources/samples",
                "--index",
                folder.resolve("index").toString());
        try (var engine = LuceneEngine.open(folder.resolve("index/lucene"), Vocabularies.bundled());
                var server = RunningServer.over(engine)) {
            var client = new TestClient(server.port());
            var open = new ArrayDeque<>(starts());
            var seen = new HashSet<String>();
            while (!open.isEmpty()) {
                var address = open.poll();
                if (seen.add(address)) {
                    for (var link : links(client, address)) {
                        follow(client, address, link);
                        if (OWN.matcher(link.attr("href")).matches()) {
                            open.add(link.attr("href"));
                        }
                    }
                }
            }
            assertTrue(seen.size() > 100, "pages: " + seen.size());
            assertTrue(numbers > 1_000, "linked numbers: " + numbers);
        }
    }

    /**
     * The pages to start from. They include tables by each dimension and pair of dimensions, which are reached by a form and not by a
     * link.
     */
    private static List<String> starts() {
        var starts = new ArrayList<>(
                List.of("/insights", "/insights/split", "/insights/coverage", "/guidelines", "/treatments"));
        for (var first : Dimension.values()) {
            starts.add("/insights?by=" + first.parameter());
            Arrays.stream(Dimension.values())
                    .filter(second -> second.compareTo(first) > 0)
                    .forEach(second -> starts.add("/insights?by=" + first.parameter() + "&by=" + second.parameter()));
        }
        return starts;
    }

    private static List<Element> links(TestClient client, String address) {
        var answer = client.get(address);
        assertEquals(200, answer.statusCode(), address);
        return Jsoup.parse(answer.body()).select("main a[href^=/]");
    }

    private void follow(TestClient client, String page, Element link) {
        var href = link.attr("href").replaceFirst("#.*", "");
        var section = page + ": \"" + link.text() + "\" to " + href;
        if (!href.startsWith("/search")) {
            if (followed.add(href)) {
                assertEquals(200, client.get(href).statusCode(), section);
            }
            return;
        }
        var total = totals.computeIfAbsent(href, h -> total(client, h, section));
        if (NUMBER.matcher(link.text()).matches()) {
            numbers++;
            var unit = page.equals("/insights/coverage") ? "determinations" : "issues";
            assertEquals(link.text().replace(",", ""), String.valueOf(total.get(unit)), section);
        }
    }

    private static Map<?, ?> total(TestClient client, String href, String section) {
        var answer = client.get(href.replaceFirst("/search", "/search.json"));
        assertEquals(200, answer.statusCode(), section);
        return Objects.requireNonNull(
                (Map<?, ?>) Json.read(answer.body(), Map.class).get("total"));
    }
}
