package org.precedent.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.web.IndexFixture;
import org.precedent.web.SiteFixture;
import org.precedent.web.WrittenLetters;
import org.precedent.web.export.CsvExport;

/**
 * Checks the OpenAPI description with a validator, against the server's routes, and against its responses.
 */
class OpenApiTest {
    /** Routes left undocumented because API clients do not need them. */
    private static final Set<String> UNDOCUMENTED = Set.of("GET /static/<name>", "GET /favicon.ico");

    @TempDir
    Path folder;

    private final IndexFixture index = new IndexFixture();
    private SiteFixture site;
    private JsonNode document;

    @BeforeEach
    void start() throws IOException {
        index.put(WrittenLetters.letter("CM14-0000001", "reasons", LocalDate.of(2020, 1, 1)), WrittenLetters.SEEN);
        site = new SiteFixture(index.engine(), folder.resolve("precedent.db"));
        document = new ObjectMapper().readTree(site.get("/openapi.json").body());
    }

    @AfterEach
    void stop() {
        site.close();
        index.close();
    }

    @Test
    void isValidOpenApi31() {
        var result = new OpenAPIV3Parser().readContents(document.toString());
        assertEquals(List.of(), result.getMessages());
        assertEquals("3.1.0", result.getOpenAPI().getOpenapi());
        assertTrue(result.getOpenAPI().getPaths().size() > 30);
    }

    @Test
    void namesEveryRouteAndNoOther() {
        var documented = new TreeSet<String>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        var real = site.routes().stream()
                .filter(r -> !UNDOCUMENTED.contains(r) && !r.startsWith("HEAD "))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(real, documented);
    }

    @Test
    void answersAreAsDescribed() {
        var link = site.save("/search?q=X-ray", "n", "note");
        index.put(
                WrittenLetters.letter("CM14-0000002", "reasons", LocalDate.of(2020, 1, 1)),
                WrittenLetters.SEEN.plusSeconds(1));
        var text = Map.of("text", "See CM14-0000001 and CM99-0000009.");
        Map.of(
                        "/index.json",
                        "Overview",
                        "/about.json",
                        "About",
                        "/help.json",
                        "Help",
                        "/insights.json?by=region&by=month",
                        "Insights",
                        "/insights/split.json?by=region",
                        "Split",
                        "/insights/coverage.json",
                        "Coverage",
                        "/facets/region.json?q=X-ray&order=az&find=spine",
                        "FacetValues",
                        "/compare.json?i=CM14-0000001:1&i=CM14-0000002:1&i=none:1",
                        "Compared")
                .forEach((path, schema) -> validate(site.get(path).body(), schema, path));
        Map.of(
                        "/search.json?q=X-ray+cervical&not.region=Knee",
                        "SearchPage",
                        "/determinations/CM14-0000001.json",
                        "Determination",
                        "/suggest.json?q=mri",
                        "Suggestions",
                        "/saved.json",
                        "SavedList",
                        link + ".json",
                        "Saved",
                        "/healthz",
                        "Status",
                        "/readyz",
                        "Ready")
                .forEach((path, schema) -> validate(site.get(path).body(), schema, path));
        validate(site.post("/cite.json", text).body(), "Cites", "/cite.json");
        for (var path :
                List.of("/search.json?nonsense=1", "/search.json?q=%22", "/s/abc.json", "/determinations/x.json")) {
            validate(site.get(path).body(), "Failure", path);
        }
    }

    @Test
    void searchesMayBeRefusedForTheirTimeOrTheServersLoad() {
        for (var path :
                List.of("/search", "/search.json", "/search.csv", "/facets/{facet}.json", "/insights", "/s/{id}")) {
            var answers = document.at("/paths").get(path).at("/get/responses");
            assertTrue(answers.has("422") && answers.has("503"), path);
        }
    }

    @Test
    void pageListsEveryAddress() {
        var page = site.get("/api").body();
        document.get("paths").fieldNames().forEachRemaining(path -> assertTrue(page.contains(" " + path + "<"), path));
    }

    @Test
    void csvColumnsAreAllExplained() {
        var text = document.at("/paths/~1search.csv/get/description").asText();
        CsvExport.COLUMNS.forEach(column -> assertTrue(text.contains("`" + column + "`"), column));
    }

    private void validate(String answer, String schema, String path) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("$ref", "#/components/schemas/" + schema);
        root.set("components", document.get("components"));
        var errors = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(root)
                .validate(answer, InputFormat.JSON);
        assertEquals(Set.of(), errors, path + ": " + answer);
    }
}
