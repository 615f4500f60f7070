package org.precedent.web.api;

import java.util.ArrayList;
import java.util.List;

/**
 * View of {@code pages/api}.
 *
 * @param description of the whole
 * @param groups of addresses
 */
public record ApiView(String description, List<Group> groups) {
    public ApiView {
        groups = List.copyOf(groups);
    }

    /**
     * A part of a text.
     *
     * @param text as it is shown
     * @param code a name or value as a program writes it
     */
    public record Piece(String text, boolean code) {}

    /**
     * A text of the description, whose code stands between backticks, in pieces.
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
     * Addresses that belong together.
     *
     * @param name for people
     * @param description one sentence
     * @param operations the addresses
     */
    public record Group(String name, String description, List<Operation> operations) {
        public Group {
            operations = List.copyOf(operations);
        }
    }

    /**
     * One address with its method.
     *
     * @param method {@code GET}
     * @param path {@code /search.json}
     * @param summary a few words
     * @param description more; may be empty
     * @param parameters in order; may be empty
     * @param answers status and meaning
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
     * One parameter.
     *
     * @param name as written
     * @param place {@code query}, {@code path} or {@code form field}
     * @param description what it means; may be empty
     */
    public record Parameter(String name, String place, String description) {}
}
