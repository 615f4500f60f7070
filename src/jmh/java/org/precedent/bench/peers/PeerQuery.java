package org.precedent.bench.peers;

import java.util.List;

/**
 * The text of a search, parsed for servers that do not support the product's query syntax.
 */
sealed interface PeerQuery {
    /** Every issue. */
    record All() implements PeerQuery {}

    /** All of these words, stemmed. */
    record Words(List<String> words) implements PeerQuery {}

    /** These words as a phrase, unstemmed. */
    record Phrase(String words) implements PeerQuery {}

    /** Words with this prefix. */
    record Prefix(String start) implements PeerQuery {}

    /** A word in one text field: request, rationale, or summary. */
    record InField(String field, String word) implements PeerQuery {}

    /** Parses the queries that the stream generates for the classes covered by the performance goals. */
    static PeerQuery of(String text) {
        if (text.isEmpty()) {
            return new All();
        }
        if (text.startsWith("\"")) {
            return new Phrase(text.substring(1, text.length() - 1));
        }
        if (text.endsWith("*")) {
            return new Prefix(text.substring(0, text.length() - 1));
        }
        int colon = text.indexOf(':');
        return colon < 0
                ? new Words(List.of(text.split(" AND ", -1)))
                : new InField(text.substring(0, colon), text.substring(colon + 1));
    }
}
