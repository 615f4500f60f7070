package org.precedent.opensearch.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.opensearch.client.transport.httpclient5.ResponseException;
import org.precedent.json.Json;
import org.precedent.search.SearchEngine.TimedOut;
import org.precedent.search.SearchEngine.TooCostly;
import org.precedent.search.SearchEngine.Unavailable;

/**
 * Sends JSON requests to a cluster. The transport tries the next node if one does not answer; if none does, {@link Unavailable} is thrown.
 * Thread-safe.
 */
public final class ClusterClient implements AutoCloseable {
    /** Message for a search that the cluster canceled. */
    public static final String TOO_LONG =
            "the search took too long; narrow it by a filter or date, or write more letters before an asterisk";

    private static final String CANCELLED = "task_cancelled_exception";
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final int CONNECTIONS = 64;
    private static final Timeout CONNECTING = Timeout.ofSeconds(3);
    private static final Timeout ANSWERING = Timeout.ofSeconds(60);
    private static final Set<Integer> TRANSIENT_STATUSES = Set.of(429, 502, 503, 504);
    private static final Set<String> TOO_MANY =
            Set.of("too_many_clauses", "too_many_nested_clauses", "too_many_buckets_exception");

    private final ClusterOptions options;
    private final OpenSearchTransport transport;
    private final OpenSearchGenericClient client;

    public ClusterClient(ClusterOptions options) {
        this.options = options;
        this.transport = transport(options);
        this.client = new OpenSearchGenericClient(transport);
    }

    public ClusterOptions options() {
        return options;
    }

    /**
     * Sends a request.
     *
     * @param path path with its query parameters
     * @param body an object to write as JSON; null for none
     * @throws ClusterFailure when the cluster rejects it
     * @throws Unavailable when no node answers, or the cluster cannot answer now
     */
    public JsonValue request(String method, String path, @Nullable Object body) {
        return send(method, path, body == null ? null : Json.writeBytes(body), JSON);
    }

    /** Sends lines of JSON, each ending with a line feed. */
    public JsonValue requestLines(String path, byte[] lines) {
        return send("POST", path, lines, LINES);
    }

    /** Sends a GET request; empty when the response is "not found" (404). */
    public Optional<JsonValue> find(String path) {
        try {
            return Optional.of(request("GET", path, null));
        } catch (ClusterFailure e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private JsonValue send(String method, String path, byte @Nullable [] body, String type) {
        int query = path.indexOf('?');
        var request = Requests.builder()
                .endpoint(query < 0 ? path : path.substring(0, query))
                .method(method)
                .query(query < 0 ? Map.of() : parameters(path.substring(query + 1)));
        if (body != null) {
            request = request.body(Body.from(body, type));
        }
        try (var response = client.execute(request.build())) {
            return read(response);
        } catch (ResponseException e) {
            throw failure(e.status(), inside(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw refusal(e).orElseGet(() -> unreachable(e));
        }
    }

    /** The error of a status 401 or 403, for which the transport throws exceptions of its own. */
    private Optional<RuntimeException> refusal(IOException e) {
        return switch (String.valueOf(e.getMessage())) {
            case "Unauthorized access" -> Optional.of(failure(401, JsonValue.ABSENT));
            case "Forbidden access" -> Optional.of(failure(403, JsonValue.ABSENT));
            default -> Optional.empty();
        };
    }

    /** The JSON response that the transport includes in the message of its exception. */
    private static JsonValue inside(String message) {
        int at = message.indexOf("\n{");
        return at < 0 ? JsonValue.ABSENT : parse(message.substring(at + 1).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new LinkedHashMap<String, String>();
        Stream.of(query.split("&", -1))
                .forEach(p -> parameters.put(p.replaceFirst("=.*", ""), p.replaceFirst("^[^=]*=?", "")));
        return parameters;
    }

    private JsonValue read(Response response) {
        var bytes = response.getBody().map(Body::bodyAsBytes).orElse(new byte[0]);
        var json = parse(bytes);
        if (response.getStatus() < 300) {
            return json;
        }
        throw failure(response.getStatus(), json);
    }

    private static JsonValue parse(byte[] bytes) {
        try {
            return bytes.length == 0 ? JsonValue.ABSENT : new JsonValue(Json.read(bytes, Object.class));
        } catch (Json.NotJson e) {
            return JsonValue.ABSENT;
        }
    }

    /** The exception for an error response of the cluster. */
    public RuntimeException failure(int status, JsonValue json) {
        var error = json.at("error");
        var type = error.at("type").text();
        var root = error.at("root_cause").list().stream().findFirst().orElse(JsonValue.ABSENT);
        var why = root.isPresent()
                ? root.at("type").text() + ": " + root.at("reason").text()
                : error.text();
        if (TOO_MANY.contains(type)
                || TOO_MANY.contains(root.at("type").text())
                || why.contains("expands to too many terms")
                || why.contains("maxClauseCount")) {
            return new TooCostly("a prefix matches too many different words; write more letters before the asterisk");
        }
        if (type.equals(CANCELLED) || root.at("type").text().equals(CANCELLED)) {
            return new TimedOut(TOO_LONG);
        }
        if (status == 401 || status == 403) {
            return new Unavailable(options + ": refuses the user "
                    + options.user().map(u -> "\"" + u + "\"").orElse("(none)")
                    + " (" + status
                    + "); set --opensearch-user and --opensearch-password-file to a user that may read and write \""
                    + options.alias() + "*\"");
        }
        if (TRANSIENT_STATUSES.contains(status)) {
            return new Unavailable(options + ": cannot answer completely now (" + status + " " + brief(why)
                    + "); check /_cluster/health and start the nodes that are missing");
        }
        return new ClusterFailure(status, type.isEmpty() ? root.at("type").text() : type, status + " " + brief(why));
    }

    private static String brief(String words) {
        return words.length() > 300 ? words.substring(0, 300) + "…" : words;
    }

    private Unavailable unreachable(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("plaintext connection")) {
                return new Unavailable(options + ": speaks plain HTTP; write http:// in --opensearch-url", e);
            }
            if (String.valueOf(cause.getMessage()).contains("subject alternative")) {
                return new Unavailable(
                        options + ": its certificate is for another host (" + cause.getMessage()
                                + "); use the name in the certificate in --opensearch-url",
                        e);
            }
            if (cause instanceof SSLException || cause instanceof GeneralSecurityException) {
                return new Unavailable(
                        options + ": its certificate is not trusted (" + cause.getMessage()
                                + "); give the certificate of the authority that signed it with --opensearch-ca",
                        e);
            }
        }
        return new Unavailable(
                options + ": no node answers ("
                        + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
                        + "); check that OpenSearch is running there and the URLs in --opensearch-url: https:// if"
                        + " the nodes speak TLS",
                e);
    }

    private static OpenSearchTransport transport(ClusterOptions options) {
        var hosts = options.urls().stream()
                .map(url -> new HttpHost(url.getScheme(), url.getHost(), url.getPort()))
                .toArray(HttpHost[]::new);
        return ApacheHttpClient5TransportBuilder.builder(hosts)
                .setRequestConfigCallback(c -> c.setResponseTimeout(ANSWERING).setConnectionRequestTimeout(ANSWERING))
                .setConnectionConfigCallback(
                        c -> c.setConnectTimeout(CONNECTING).setSocketTimeout(ANSWERING))
                .setHttpClientConfigCallback(http -> {
                    var connections = PoolingAsyncClientConnectionManagerBuilder.create()
                            .setMaxConnPerRoute(CONNECTIONS)
                            .setMaxConnTotal(CONNECTIONS * hosts.length);
                    connections.setTlsStrategy(tls(options));
                    options.user().ifPresent(user -> {
                        var credentials = new BasicCredentialsProvider();
                        var password = options.password().orElse("").toCharArray();
                        for (var host : hosts) {
                            credentials.setCredentials(
                                    new AuthScope(host), new UsernamePasswordCredentials(user, password));
                        }
                        http.setDefaultCredentialsProvider(credentials);
                    });
                    return http.setConnectionManager(connections.build());
                })
                .build();
    }

    /** Verifies that the host name in a node's URL matches its certificate; the library does so only on request. */
    private static TlsStrategy tls(ClusterOptions options) {
        var strategy = ClientTlsStrategyBuilder.create()
                .setHostVerificationPolicy(HostnameVerificationPolicy.BOTH)
                .setHostnameVerifier(HttpsSupport.getDefaultHostnameVerifier());
        return options.authority()
                .map(ca -> strategy.setSslContext(trustContext(ca)))
                .orElse(strategy)
                .buildAsync();
    }

    private static SSLContext trustContext(Path authority) {
        if (!Files.exists(authority)) {
            throw new IllegalArgumentException(
                    authority + ": no such file; give the file of the authority's certificate with --opensearch-ca");
        }
        try (InputStream in = Files.newInputStream(authority)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    authority + ": cannot be read as PEM certificates (" + e.getMessage()
                            + "); give the file of the authority's certificate with --opensearch-ca",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw new Unavailable(options + ": " + e.getMessage(), e);
        }
    }
}
