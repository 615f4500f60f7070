package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.search.interpret.SearchService;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.site.IntegrityStatus;

class OriginalPagesTest {
    private static final byte[] PDF = "%PDF-1.4 FICTIONAL SAMPLE LETTER".getBytes(StandardCharsets.ISO_8859_1);

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Server server;
    private String address;
    private Path kept;

    @BeforeEach
    void serve() throws IOException {
        kept = Files.write(folder.resolve("kept"), PDF);
        var letters = FixtureLetters.of(2);
        var first = letters.getFirst();
        server = new Server(
                RunningServer.options(),
                new SearchService(new FixtureEngine(letters), Vocabularies.bundled()),
                new IntegrityStatus(),
                sha256 -> sha256.equals(first.origin().sha256()) ? Optional.of(kept) : Optional.empty(),
                parts -> List.of());
        address = "http://127.0.0.1:" + server.start() + "/determinations/" + first.id();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void servesTheFileAsPostedInASandbox() throws Exception {
        var answer = get("/original");
        assertEquals(200, answer.statusCode());
        assertArrayEquals(PDF, answer.body());
        assertEquals("application/pdf", header(answer, "Content-Type"));
        assertTrue(header(answer, "Content-Disposition").startsWith("inline; filename=\""));
        assertTrue(header(answer, "Content-Security-Policy").startsWith("sandbox; default-src 'none'"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals(
                304, get("/original", "If-None-Match", header(answer, "ETag")).statusCode());
    }

    @Test
    void servesRanges() throws Exception {
        var answer = get("/original", "Range", "bytes=0-4");
        assertEquals(206, answer.statusCode());
        assertArrayEquals(Arrays.copyOf(PDF, 5), answer.body());
        assertEquals("bytes 0-4/" + PDF.length, header(answer, "Content-Range"));
        var tail = get("/original", "Range", "bytes=-6");
        assertEquals("LETTER", new String(tail.body(), StandardCharsets.US_ASCII));
        assertEquals(PDF.length - 9, get("/original", "Range", "bytes=9-").body().length);
        var beyond = get("/original", "Range", "bytes=100-");
        assertEquals(416, beyond.statusCode());
        assertEquals("bytes */" + PDF.length, header(beyond, "Content-Range"));
        assertEquals(200, get("/original", "Range", "bytes=5-2").statusCode());
        assertEquals(
                200,
                get("/original", "Range", "bytes=0-1", "If-Range", "\"other\"").statusCode());
    }

    @Test
    void namesTheTypeByTheBytes() throws Exception {
        Files.writeString(kept, "FICTIONAL SAMPLE LETTER");
        assertEquals(
                "text/plain;charset=utf-8",
                header(get("/original"), "Content-Type").replace(" ", ""));
        Files.writeString(kept, "PK\3\4");
        assertTrue(header(get("/original"), "Content-Type").contains("wordprocessingml"));
    }

    @Test
    void showsTheFileNextToTheTextIfItIsKept() throws Exception {
        var page = get("");
        var html = new String(page.body(), StandardCharsets.UTF_8);
        assertTrue(html.contains("/original\""), html);
        assertTrue(html.contains("<iframe"), html);
        assertTrue(header(page, "Content-Security-Policy").contains("frame-src 'self'"));
        var json = new String(get(".json").body(), StandardCharsets.UTF_8);
        assertTrue(json.contains("/original\""), json);
    }

    @Test
    void saysThatAFileIsNotKept() throws Exception {
        var other = FixtureLetters.of(2).getLast().id();
        address = address.substring(0, address.lastIndexOf('/') + 1) + other;
        assertEquals(404, get("/original").statusCode());
        assertFalse(new String(get("").body(), StandardCharsets.UTF_8).contains("<iframe"));
        address = address + "x";
        assertEquals(404, get("/original").statusCode());
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
