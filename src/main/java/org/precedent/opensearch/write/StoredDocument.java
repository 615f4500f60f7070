package org.precedent.opensearch.write;

import static org.precedent.opensearch.cluster.QueryJson.object;

import java.util.List;
import org.precedent.opensearch.cluster.ClusterClient;

/**
 * The state of a document before a change.
 *
 * @param content digest of its determination; empty when there is none
 * @param sha SHA-256 digest of the file it was read from; empty when there is none
 * @param first when it was first seen, in milliseconds since 1970
 * @param number sequence number of its last operation
 * @param term that operation's primary term
 */
public record StoredDocument(String content, String sha, long first, long number, long term) {
    private static final StoredDocument NONE = new StoredDocument("", "", 0, 0, 0);

    /** The current document, whether visible to searches or not. */
    public static StoredDocument of(ClusterClient client, String index, String id) {
        var document = object("_id", id, "_source", List.of("content", "sha", "first"));
        var found = client.request("POST", "/" + index + "/_mget", object("docs", List.of(document)))
                .at("docs")
                .list()
                .getFirst();
        if (found.at("error").isPresent()) {
            throw client.failure(503, found);
        }
        return found.at("found").isTrue()
                ? new StoredDocument(
                        found.at("_source", "content").text(),
                        found.at("_source", "sha").text(),
                        found.at("_source", "first").number(),
                        found.at("_seq_no").number(),
                        found.at("_primary_term").number())
                : NONE;
    }

    public boolean exists() {
        return !content.isEmpty();
    }
}
