package org.precedent.bench.peers;

import java.util.List;

/**
 * The text of a search of the stream, taken apart for servers that do not read the product's query language.
 */
sealed interface PeerQuery {
    /** Every issue. */
    record All() implements PeerQuery {}

    /** All of these words, stemmed. */
    record Words(List<String> words) implements PeerQuery {}

    /** These words side by side, unstemmed. */
    record Phrase(String words) implements PeerQuery {}

    /** Words that begin so. */
    record Prefix(String start) implements PeerQuery {}

    /** A word in one text: request, rationale or summary. */
    record InField(String field, String word) implements PeerQuery {}

    /** Takes apart what the stream writes in the classes of the goals. */
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
