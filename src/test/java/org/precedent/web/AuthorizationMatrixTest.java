package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precedent.saved.SavedSearches;

/**
 * Authorization of every method, with every kind of method override, on every path, in every mode. Only the actual method of a request
 * may determine its permissions.
 */
@Timeout(300)
class AuthorizationMatrixTest {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "FOO");

    /** Headers that some frameworks accept as an override of the request method. */
    private static final List<List<String>> OVERRIDES = List.of(
            List.of(),
            List.of("X-HTTP-Method-Override", "POST"),
            List.of("X-HTTP-Method-Override", "GET"),
            List.of("X-HTTP-Method-Override", "HEAD"),
            List.of("x-http-method-override", "DELETE"),
            List.of("X-HTTP-Method-Override", "GET", "X-HTTP-Method-Override", "POST"),
            List.of("X-HTTP-Method", "POST"),
            List.of("X-Method-Override", "POST"));

    /** Paths open to anonymous clients in every mode. */
    private static final Set<String> OPEN = Set.of(
            "/healthz",
            "/readyz",
            "/favicon.ico",
            "/static/app.css",
            "/sign-in",
            "/sign-out",
            // the token in the URL authorizes the request
            "/alerts/x",
            "/alerts/x/confirm",
            "/alerts/x/end");

    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    /** POST paths that only read. */
    private static final Set<String> READING_FORMS = Set.of("/cite", "/cite.json");

    private static final String FORM =
            "name=n&text=t&_method=POST&format=atom&url=" + URLEncoder.encode("/search?q=red", StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void rightsFollowTheMethodThatIsSent(AccessMode mode) {
        try (var saved = SavedSearches.open(folder.resolve("saved.db"), InstantSource.system());
                var server = RunningServer.whole(new FixtureEngine(FixtureLetters.of(5)), mode.options(), saved)) {
            var client = new TestClient(server.port());
            var routes = served(server);
            int asked = 0;
            for (var path : paths(routes)) {
                for (var method : METHODS) {
                    for (var override : OVERRIDES) {
                        asked += assertAnswered(client, routes, mode, method, path, override);
                    }
                }
            }
            assertTrue(asked > 1_000, asked + " requests");
            if (!mode.isOpenForChanges()) {
                assertEquals(0, saved.count(), "saved without a proof");
            }
        }
    }

    private static int assertAnswered(
            TestClient client, Set<String> routes, AccessMode mode, String method, String path, List<String> override) {
        var bare = client.ask(method, path + "?_method=POST", FORM, headers(override, List.of()));
        var what = mode + " " + method + " " + path + " " + override;
        assertEquals(expected(routes, mode, method, path, bare), bare.statusCode(), what + ", same origin, no proof");
        if (routes.contains(method + " " + path) && !SAFE.contains(method)) {
            var foreign = client.ask(method, path, FORM, headers(override, foreign(mode)));
            assertEquals(403, foreign.statusCode(), what + ", from another site");
        }
        return 1;
    }

    // the status for an anonymous request if it must be refused, else the status of the page itself
    private static int expected(
            Set<String> routes, AccessMode mode, String method, String path, HttpResponse<String> answer) {
        if (method.equals("FOO")) {
            return 501;
        }
        if (!routes.contains(method + " " + path)) {
            return 405;
        }
        if (OPEN.contains(path) || isGranted(mode, method, path)) {
            // the page itself may refuse a visitor who does not own the content
            assertTrue(Set.of(200, 302, 303, 400, 401, 403, 404).contains(answer.statusCode()), answer.toString());
            return answer.statusCode();
        }
        return mode == AccessMode.PUBLIC || mode == AccessMode.PROXIED ? 403 : 401;
    }

    private static boolean isGranted(AccessMode mode, String method, String path) {
        var change = path.equals("/metrics") || !(SAFE.contains(method) || READING_FORMS.contains(path));
        return change ? mode.isOpenForChanges() : mode.isOpenForReading();
    }

    private static String[] headers(List<String> override, List<String> more) {
        var all = new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded"));
        if (!more.contains("Sec-Fetch-Site")) {
            all.addAll(List.of("Sec-Fetch-Site", "same-origin"));
        }
        all.addAll(override);
        all.addAll(more);
        return all.toArray(String[]::new);
    }

    private static List<String> foreign(AccessMode mode) {
        var all = new ArrayList<>(mode.proof());
        all.addAll(List.of("Sec-Fetch-Site", "cross-site"));
        return all;
    }

    private static Set<String> served(RunningServer server) {
        var routes = new TreeSet<String>();
        server.routes()
                .forEach(route -> routes.add(route.replace("<name>", "app.css").replaceAll("\\{\\w+}", "x")));
        return routes;
    }

    private static Set<String> paths(Set<String> routes) {
        var paths = new TreeSet<String>();
        routes.forEach(route -> paths.add(route.substring(route.indexOf(' ') + 1)));
        return paths;
    }
}
