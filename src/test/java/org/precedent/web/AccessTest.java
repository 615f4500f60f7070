package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.json.Json;
import org.precedent.saved.SavedSearches;
import org.precedent.web.access.Access;
import org.precedent.web.access.Access.Audience;
import org.precedent.web.access.Secret;

/**
 * Who may read and who may change, tested on a running server with all its routes.
 */
class AccessTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String VOUCHED = "a proxy's long secret";
    private static final Optional<Secret> NONE = Optional.empty();
    private static final Optional<Secret> KNOWN = Optional.of(Secret.of(PASSWORD));
    private static final String[] HTML = {"Accept", "text/html,*/*;q=0.8"};
    private static final String[] FORM = {"Sec-Fetch-Site", "same-origin"};

    /** Routes of a closed server that are open to anonymous clients. */
    private static final Set<String> OPEN = Set.of(
            "GET /healthz",
            "GET /readyz",
            "GET /favicon.ico",
            "GET /static/<name>",
            "GET /sign-in",
            "POST /sign-in",
            "POST /sign-out",
            "GET /alerts/{token}",
            "POST /alerts/{token}/confirm",
            "POST /alerts/{token}/end");

    /** Routes authorized by the token in the URL, which only the recipient of the mail knows. */
    private static final Set<String> BY_TOKEN = Set.of("POST /alerts/{token}/confirm", "POST /alerts/{token}/end");

    /** POST routes that write nothing. */
    private static final Set<String> READING = Set.of("POST /cite", "POST /cite.json");

    @TempDir
    private Path folder;

    private SavedSearches saved;

    @BeforeEach
    void open() {
        saved = SavedSearches.open(folder.resolve("saved.db"), InstantSource.system());
    }

    @AfterEach
    void close() {
        saved.close();
    }

    @Test
    void whatIsPublicIsReadOnly() {
        try (var server = serve(new Access(Audience.ANYBODY, NONE, NONE))) {
            var client = new TestClient(server.port());
            int closed = 0;
            for (var route : server.routes()) {
                var answer = ask(client, route);
                var change = route.endsWith(" /metrics")
                        || (route.startsWith("POST ") && !READING.contains(route) && !BY_TOKEN.contains(route));
                assertTrue(route.matches("(GET|HEAD|POST) .*"), route);
                assertEquals(change, answer.statusCode() == 403, route + " " + answer.statusCode());
                closed += change ? 1 : 0;
            }
            assertTrue(closed >= 5, closed + " closed paths");
            assertTrue(client.ask("POST", "/saved", FORM).body().contains("read-only"));
            assertFalse(client.get("/search").body().contains("action=\"/saved\""));
            assertEquals(403, client.ask("HEAD", "/metrics").statusCode());
            assertEquals(403, client.get("/metrics/").statusCode());
            assertEquals(0, saved.count());
        }
    }

    @Test
    void closedServerRevealsNothingWithoutSignIn() {
        try (var server = serve(new Access(Audience.HOLDERS, KNOWN, NONE))) {
            var client = new TestClient(server.port());
            for (var route : server.routes()) {
                var answer = ask(client, route, "Accept", "application/json");
                var turnedAway = answer.headers().firstValue("WWW-Authenticate").isPresent();
                assertEquals(!isOpen(route), turnedAway, route + " " + answer.statusCode());
                assertEquals(
                        turnedAway, answer.body().contains("Sign in first") || isTurnedAwayHead(route, answer), route);
            }
            for (var page : List.of("/nowhere", "/sign-in", "/healthz", "/readyz")) {
                var body = client.get(page, HTML).body();
                assertFalse(body.contains("30") || body.contains("generation"), page + " " + body);
            }
        }
    }

    @Test
    void thePasswordOpensEverything() {
        try (var server = serve(new Access(Audience.HOLDERS, KNOWN, NONE))) {
            var client = new TestClient(server.port());
            var cookie = signIn(client, PASSWORD, "/search?q=red");
            for (var route : server.routes()) {
                if (!route.endsWith("/sign-out") && !route.equals("POST /sign-in")) {
                    var status = ask(client, route, "Cookie", cookie).statusCode();
                    assertTrue(status != 401 && status < 500, route + " " + status);
                }
            }
        }
    }

    @Test
    void browsersAreLedToTheSignInPageAndBack() {
        try (var server = serve(new Access(Audience.HOLDERS, KNOWN, NONE))) {
            var client = new TestClient(server.port());
            var led = client.get("/search?q=red&page=2", HTML);
            assertEquals(303, led.statusCode());
            assertEquals("/sign-in?to=%2Fsearch%3Fq%3Dred%26page%3D2", location(led));
            var page = client.get(location(led), HTML).body();
            assertTrue(page.contains("name=\"to\" value=\"/search?q=red&amp;page=2\""), page);
            var wrong = password(client, "wrong", "/search?q=red");
            assertEquals(401, wrong.statusCode());
            assertTrue(wrong.body().contains("Incorrect password."), wrong.body());
            assertTrue(wrong.headers().firstValue("Set-Cookie").isEmpty());
            var right = password(client, PASSWORD, "/search?q=red");
            assertEquals(303, right.statusCode());
            assertTrue(location(right).endsWith("/search?q=red"), location(right));
        }
    }

    @Test
    void theWayBackLeadsToNoOtherSite() {
        try (var server = serve(new Access(Audience.HOLDERS, KNOWN, NONE))) {
            var client = new TestClient(server.port());
            for (var to : List.of(
                    "https://evil.example/",
                    "//evil.example/",
                    "/\\evil.example",
                    "javascript:alert(1)",
                    "",
                    "/\r\nX: y")) {
                var sent = location(password(client, PASSWORD, to));
                assertTrue(sent.equals("/") || sent.equals("http://127.0.0.1:" + server.port() + "/"), to + " " + sent);
            }
        }
    }

    @Test
    void theSessionIsClosedToScriptsAndOtherSitesAndEnds() {
        try (var server = serve(new Access(Audience.HOLDERS, KNOWN, NONE))) {
            var client = new TestClient(server.port());
            var set = password(client, PASSWORD, "/")
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow();
            assertTrue(set.contains("HttpOnly") && set.contains("SameSite=Lax") && set.contains("Path=/"), set);
            assertFalse(set.contains("Secure"), "the test speaks plain HTTP: " + set);
            var cookie = set.substring(0, set.indexOf(';'));
            assertEquals(200, client.get("/", "Cookie", cookie).statusCode());
            assertTrue(client.get("/sign-in", "Cookie", cookie).body().contains("Sign out"));
            client.post("/sign-out", "", "Cookie", cookie, FORM[0], FORM[1]);
            assertEquals(401, client.get("/", "Cookie", cookie).statusCode());
            assertEquals(
                    401,
                    client.get("/", "Cookie", "precedent_session=" + "x".repeat(44))
                            .statusCode());
        }
    }

    @Test
    void guessingIsThrottledForWhatIsTypedEvenIfRight() {
        try (var server = serve(new Access(Audience.HOLDERS, KNOWN, NONE))) {
            var client = new TestClient(server.port());
            assertEquals(3, guess(client, 8));
            var right = password(client, PASSWORD, "/");
            assertEquals(429, right.statusCode());
            assertTrue(right.headers().firstValue("Set-Cookie").isEmpty());
            assertTrue(
                    Integer.parseInt(right.headers().firstValue("Retry-After").orElse("0")) > 0);
            var json = client.get("/search.json", "Authorization", "Bearer guess");
            assertEquals(429, Json.read(json.body(), Map.class).get("status"));
        }
    }

    @Test
    void programsWithTheRightSecretPassDuringALockout() {
        try (var server = serve(new Access(Audience.HOLDERS, KNOWN, Optional.of(Secret.of(VOUCHED))))) {
            var client = new TestClient(server.port());
            var cookie = signIn(client, PASSWORD, "/");
            guess(client, 20);
            for (int i = 0; i < 50; i++) {
                assertEquals(
                        429,
                        client.get("/search.json", "Authorization", "Bearer guess")
                                .statusCode());
                assertEquals(200, client.get("/search.json", "Cookie", cookie).statusCode());
                if (i < 10) {
                    assertEquals(
                            200,
                            client.get("/search.json", "Authorization", "Bearer " + PASSWORD)
                                    .statusCode());
                    assertEquals(
                            200,
                            client.get("/search.json", Access.HEADER, VOUCHED).statusCode());
                }
            }
        }
    }

    @Test
    void anAddressThatKnewTheSecretBeforeIsNeverLockedOut() {
        try (var server = serve(new Access(Audience.HOLDERS, KNOWN, NONE))) {
            var client = new TestClient(server.port());
            assertEquals(
                    200,
                    client.get("/metrics", "Authorization", "Bearer " + PASSWORD)
                            .statusCode());
            guess(client, 100);
            assertEquals(
                    200,
                    client.get("/metrics", "Authorization", "Bearer " + PASSWORD)
                            .statusCode());
        }
    }

    @Test
    void repeatedGuessesAreLockedOut() {
        try (var server = serve(new Access(Audience.HOLDERS, KNOWN, NONE))) {
            var client = new TestClient(server.port());
            guess(client, 100);
            assertEquals(
                    429,
                    client.get("/metrics", "Authorization", "Bearer " + PASSWORD)
                            .statusCode());
        }
    }

    @Test
    void whatIsOpenStaysOpenDuringALockout() {
        for (var audience : List.of(Audience.ANYBODY, Audience.HOLDERS)) {
            try (var server = serve(new Access(audience, KNOWN, NONE))) {
                var client = new TestClient(server.port());
                guess(client, 20);
                for (var path : List.of("/healthz", "/readyz", "/static/app.css", "/sign-in", "/nowhere")) {
                    var answer = client.get(path, "Authorization", "Bearer guess");
                    assertEquals(path.equals("/nowhere") ? 404 : 200, answer.statusCode(), path);
                }
                var search = client.get("/search", "Authorization", "Bearer guess", "Accept", "application/json");
                assertEquals(audience == Audience.ANYBODY ? 200 : 429, search.statusCode());
            }
        }
    }

    /** Sends wrong passwords, alternating between the form and the header. Returns how many were refused unchecked by the rate limit. */
    private static int guess(TestClient client, int times) {
        int refused = 0;
        for (int i = 0; i < times; i++) {
            var answer = i % 2 == 0
                    ? password(client, "guess " + i, "/")
                    : client.get("/", "Authorization", "Bearer guess" + i, "Accept", "application/json");
            refused += answer.statusCode() == 429 ? 1 : 0;
        }
        return refused;
    }

    @Test
    void knowingThePasswordIsNeverThrottled() {
        try (var server = serve(new Access(Audience.HOLDERS, KNOWN, NONE))) {
            var client = new TestClient(server.port());
            for (int i = 0; i < 20; i++) {
                assertEquals(
                        200,
                        client.get("/metrics", "Authorization", "Bearer " + PASSWORD)
                                .statusCode());
            }
        }
    }

    @Test
    void programsAndFeedReadersSendThePassword() {
        try (var server = serve(new Access(Audience.HOLDERS, KNOWN, NONE))) {
            var client = new TestClient(server.port());
            var basic = "Basic "
                    + Base64.getEncoder().encodeToString(("anyone:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            assertEquals(
                    200,
                    client.get("/search.atom?q=red", "Authorization", basic).statusCode());
            assertEquals(
                    401, client.get("/search.atom", "Authorization", "Basic !!").statusCode());
            assertTrue(challenge(client.get("/search.atom")).startsWith("Basic"));
            assertEquals("Bearer", challenge(client.get("/search.json")));
        }
    }

    @Test
    void aProxyVouchesForWhomItLetIn() {
        var access = new Access(Audience.HOLDERS, NONE, Optional.of(Secret.of(VOUCHED)));
        try (var server = serve(access)) {
            var client = new TestClient(server.port());
            assertEquals(200, client.get("/", Access.HEADER, VOUCHED).statusCode());
            var without = client.get("/", HTML);
            assertEquals(403, without.statusCode());
            assertTrue(without.body().contains("only through its sign-in proxy"), without.body());
            assertEquals(403, client.get("/", Access.HEADER, VOUCHED + "x").statusCode());
            assertEquals(404, client.get("/sign-in").statusCode());
        }
    }

    @Test
    void anOpenServerWithAPasswordIsChangedByThoseWhoKnowIt() {
        try (var server = serve(new Access(Audience.ANYBODY, KNOWN, NONE))) {
            var client = new TestClient(server.port());
            assertEquals(200, client.get("/search").statusCode());
            var form = "name=n&url=" + URLEncoder.encode("/search?q=red", StandardCharsets.UTF_8);
            var led = client.post(
                    "/saved", form, FORM[0], FORM[1], HTML[0], HTML[1], "Referer", "http://127.0.0.1/search?q=red");
            assertEquals("/sign-in?to=%2Fsearch%3Fq%3Dred", location(led));
            assertEquals(0, saved.count());
            var cookie = signIn(client, PASSWORD, "/");
            assertEquals(
                    303,
                    client.post("/saved", form, FORM[0], FORM[1], "Cookie", cookie)
                            .statusCode());
            assertEquals(1, saved.count());
        }
    }

    @Test
    void aServerForItsOwnMachineRefusesWhatAProxyPassesOn() {
        try (var server = serve(Access.THIS_MACHINE)) {
            var client = new TestClient(server.port());
            var answer = client.get("/search", "X-Forwarded-For", "192.0.2.1");
            assertEquals(403, answer.statusCode());
            assertTrue(answer.body().contains("--public"), answer.body());
            assertEquals(200, client.get("/search").statusCode());
        }
    }

    private static boolean isOpen(String route) {
        return OPEN.contains(route.replaceFirst("^HEAD ", "GET "));
    }

    private static boolean isTurnedAwayHead(String route, HttpResponse<String> answer) {
        return route.startsWith("HEAD ")
                && answer.statusCode() == 401
                && answer.body().isEmpty();
    }

    private RunningServer serve(Access access) {
        return RunningServer.whole(
                new FixtureEngine(FixtureLetters.of(30)),
                RunningServer.options().with(access),
                saved);
    }

    private static HttpResponse<String> ask(TestClient client, String route, String... headers) {
        var method = route.substring(0, route.indexOf(' '));
        var path = route.substring(route.indexOf(' ') + 1)
                .replace("<name>", "app.css")
                .replaceAll("\\{\\w+}", "x");
        var all = java.util.stream.Stream.concat(java.util.Arrays.stream(FORM), java.util.Arrays.stream(headers));
        return client.ask(method, path, all.toArray(String[]::new));
    }

    private static String signIn(TestClient client, String password, String to) {
        var set = password(client, password, to)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }

    private static HttpResponse<String> password(TestClient client, String password, String to) {
        var form = "password=" + URLEncoder.encode(password, StandardCharsets.UTF_8) + "&to="
                + URLEncoder.encode(to, StandardCharsets.UTF_8);
        return client.post("/sign-in", form, FORM);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("status " + answer.statusCode());
    }

    private static String challenge(HttpResponse<String> answer) {
        return answer.headers().firstValue("WWW-Authenticate").orElse("");
    }
}
