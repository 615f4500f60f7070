package org.precedent.bench.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.precedent.cli.LoadClient;
import org.precedent.json.Json;

/**
 * An HTTP request.
 *
 * @param path with its query string
 * @param body JSON or JSON lines to send with POST; empty for GET
 */
record PeerRequest(String path, Optional<String> body) {
    static PeerRequest get(String path) {
        return new PeerRequest(path, Optional.empty());
    }

    static PeerRequest post(String path, Object body) {
        return new PeerRequest(path, Optional.of(Json.write(body)));
    }

    /** Values as JSON lines, each terminated by a line feed. */
    static PeerRequest lines(String path, List<?> values) {
        return new PeerRequest(
                path, Optional.of(values.stream().map(v -> Json.write(v) + "\n").collect(Collectors.joining())));
    }

    private LoadClient.Answer post(LoadClient client, String text) throws IOException {
        return client.send("POST", path, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the request and returns the body of the response. */
    String send(LoadClient client) {
        try {
            var answer = body.isPresent() ? post(client, body.get()) : client.get(path);
            if (answer.status() != 200) {
                throw new IllegalStateException(path + ": expected 200, got " + answer.status() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
