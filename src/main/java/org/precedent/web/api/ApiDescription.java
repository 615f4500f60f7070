package org.precedent.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.precedent.json.Json;

/**
 * The OpenAPI description, as JSON and as the model of an HTML page.
 */
final class ApiDescription {
    private static final String RESOURCE = "/openapi.json";
    private static final String SERVER = "\"url\": \"%s\"";

    private final String json;
    private final Map<?, ?> document;

    ApiDescription() {
        try (var in = ApiDescription.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + RESOURCE + ": expected in the program, not found");
            }
            json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            document = Json.read(json, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The description as OpenAPI 3.1 JSON.
     *
     * @param base base path of the server; empty when it is published at the root of its host
     */
    String json(String base) {
        return base.isEmpty() ? json : json.replace(SERVER.formatted("/"), SERVER.formatted(base));
    }

    /**
     * The description as the model of an HTML page: groups of endpoints with their parameters.
     */
    ApiView view() {
        var groups = new ArrayList<ApiView.Group>();
        for (var tag : list(document, "tags")) {
            var name = text(tag, "name");
            groups.add(new ApiView.Group(name, text(tag, "description"), operations(name)));
        }
        return new ApiView(text(map(document, "info"), "description"), groups);
    }

    private List<ApiView.Operation> operations(String tag) {
        var operations = new ArrayList<ApiView.Operation>();
        map(document, "paths")
                .forEach((path, item) -> ((Map<?, ?>) item).forEach((method, operation) -> {
                    if (operation instanceof Map<?, ?> op && tags(op).contains(tag)) {
                        operations.add(operation(String.valueOf(method), String.valueOf(path), op));
                    }
                }));
        return operations;
    }

    private ApiView.Operation operation(String method, String path, Map<?, ?> op) {
        var parameters = new ArrayList<ApiView.Parameter>();
        list(op, "parameters").stream().map(this::resolved).forEach(p -> parameters.add(parameter(p)));
        map(op, "requestBody", "content")
                .forEach((type, body) -> map((Map<?, ?>) body, "schema", "properties")
                        .forEach((name, schema) -> parameters.add(new ApiView.Parameter(
                                String.valueOf(name), "form field", text((Map<?, ?>) schema, "description")))));
        return new ApiView.Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                text(op, "summary"),
                text(op, "description"),
                parameters,
                answers(op));
    }

    private ApiView.Parameter parameter(Map<?, ?> p) {
        return new ApiView.Parameter(text(p, "name"), text(p, "in"), text(p, "description"));
    }

    private List<String> answers(Map<?, ?> op) {
        var answers = new ArrayList<String>();
        map(op, "responses")
                .forEach((status, answer) ->
                        answers.add(status + ": " + text(resolved((Map<?, ?>) answer), "description")));
        return answers;
    }

    private Map<?, ?> resolved(Map<?, ?> value) {
        var ref = text(value, "$ref");
        return ref.isEmpty() ? value : map(document, ref.substring(2).split("/", -1));
    }

    private static List<?> tags(Map<?, ?> op) {
        return op.get("tags") instanceof List<?> tags ? tags : List.of();
    }

    private static List<Map<?, ?>> list(Map<?, ?> map, String key) {
        var found = new ArrayList<Map<?, ?>>();
        if (map.get(key) instanceof List<?> list) {
            list.forEach(e -> found.add((Map<?, ?>) e));
        }
        return found;
    }

    private static Map<?, ?> map(Map<?, ?> map, String... keys) {
        Map<?, ?> at = map;
        for (var key : keys) {
            at = at.get(key) instanceof Map<?, ?> next ? next : Map.of();
        }
        return at;
    }

    private static String text(Map<?, ?> map, String key) {
        return Optional.ofNullable(map.get(key)).map(String::valueOf).orElse("");
    }

    /**
     * Model of {@code pages/api}.
     *
     * @param description description of the API as a whole
     * @param groups groups of endpoints
     */
    record ApiView(String description, List<Group> groups) {
        public ApiView {
            groups = List.copyOf(groups);
        }

        /**
         * A piece of text.
         *
         * @param text text to display
         * @param code whether the piece is a name or value as written in programs
         */
        public record Piece(String text, boolean code) {}

        /**
         * Splits a text of the description into pieces; code is between backticks.
         */
        public List<Piece> pieces(String text) {
            var pieces = new ArrayList<Piece>();
            var parts = text.split("`", -1);
            for (int i = 0; i < parts.length; i++) {
                pieces.add(new Piece(parts[i], i % 2 == 1));
            }
            return pieces;
        }

        /**
         * A group of related endpoints.
         *
         * @param name display name
         * @param description one sentence
         * @param operations the endpoints
         */
        public record Group(String name, String description, List<Operation> operations) {
            public Group {
                operations = List.copyOf(operations);
            }
        }

        /**
         * An HTTP method of one path.
         *
         * @param method HTTP method: {@code GET}
         * @param path path: {@code /search.json}
         * @param summary summary of a few words
         * @param description further description; may be empty
         * @param parameters parameters in order; may be empty
         * @param answers each status code with its meaning
         */
        public record Operation(
                String method,
                String path,
                String summary,
                String description,
                List<Parameter> parameters,
                List<String> answers) {
            public Operation {
                parameters = List.copyOf(parameters);
                answers = List.copyOf(answers);
            }
        }

        /**
         * A parameter.
         *
         * @param name name in requests
         * @param place {@code query}, {@code path} or {@code form field}
         * @param description its meaning; may be empty
         */
        public record Parameter(String name, String place, String description) {}
    }
}
