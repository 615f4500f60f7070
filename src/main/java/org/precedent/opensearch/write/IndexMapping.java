package org.precedent.opensearch.write;

import static org.precedent.opensearch.cluster.QueryJson.ISSUES;
import static org.precedent.opensearch.cluster.QueryJson.object;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.precedent.engine.TermWeights;
import org.precedent.json.Json;
import org.precedent.search.facet.Facet;
import org.precedent.search.query.TextField;
import org.precedent.text.TextAnalysis;

/**
 * Settings and mapping of the index. Tokens are precomputed, separated by spaces: {@code stem|=form|mark}, where all terms between the bars
 * share one position; and {@code term|weight} in the weighted field.
 */
public final class IndexMapping {
    /** Facet-like field of the month of the decision, {@code 2016-12}. */
    public static final String MONTH = "month";

    /** Increment when documents are built in another way from the same fields. */
    private static final int VERSION = 1;

    /** Position gap between labels, larger than any proximity. */
    private static final int LABEL_GAP = 10_000;

    /** More issues than any determination has. */
    private static final int MAX_ISSUES = 100_000;

    private static final int MAX_TOKEN_LENGTH = 8_000;
    private static final String WHITESPACE = "blanks";

    private IndexMapping() {}

    public static String field(TextField field) {
        return switch (field) {
            case REQUEST -> ISSUES + ".request";
            case RATIONALE -> ISSUES + ".rationale";
            case SUMMARY -> ISSUES + ".summary";
        };
    }

    public static String label() {
        return ISSUES + ".label";
    }

    /** Name of the weighted field. */
    public static String all() {
        return ISSUES + ".all";
    }

    /** Fingerprint of the schema, which changes whenever an index must be rebuilt. */
    public static String fingerprint(TextAnalysis analysis) {
        var facts = String.join(
                "\n",
                "version " + VERSION,
                Json.write(mappings("")),
                analysis.tokenizer().fingerprint(),
                analysis.synonyms().indexedPhrases(),
                TermWeights.fingerprint());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(facts.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The body of the request that creates an index.
     *
     * @param shards number of shards
     * @param replicas number of replicas of each shard
     */
    public static Map<String, Object> body(TextAnalysis analysis, int shards, int replicas) {
        var settings = object(
                "number_of_shards",
                shards,
                "number_of_replicas",
                replicas,
                // acknowledged writes survive the loss of a node
                "write.wait_for_active_shards",
                Math.min(2, replicas + 1),
                "refresh_interval",
                "-1",
                "codec",
                "best_compression",
                "max_inner_result_window",
                MAX_ISSUES,
                "mapping",
                object("nested_objects", object("limit", MAX_ISSUES)),
                // document replication: segment replication refreshes late, and determinations new since a time would
                // be missed
                "replication",
                object("type", "DOCUMENT"),
                "similarity",
                object("weights", object("type", "BM25", "k1", TermWeights.K1, "b", TermWeights.B)),
                "analysis",
                analysis());
        return object("settings", object("index", settings), "mappings", mappings(fingerprint(analysis)));
    }

    private static Map<String, Object> analysis() {
        return object(
                "tokenizer",
                object(WHITESPACE, object("type", "whitespace", "max_token_length", MAX_TOKEN_LENGTH)),
                "filter",
                object(
                        "spread",
                        object("type", "pattern_capture", "preserve_original", false, "patterns", List.of("([^|]+)")),
                        "weight",
                        object("type", "delimited_term_freq", "delimiter", "|")),
                "analyzer",
                object(
                        "positions",
                        object("type", "custom", "tokenizer", WHITESPACE, "filter", List.of("spread")),
                        "weighted",
                        object("type", "custom", "tokenizer", WHITESPACE, "filter", List.of("weight")),
                        "bare",
                        object("type", "custom", "tokenizer", WHITESPACE)));
    }

    private static Map<String, Object> mappings(String fingerprint) {
        var keyword = object("type", "keyword");
        var facets = object();
        Arrays.stream(Facet.values()).forEach(f -> facets.put(f.parameter(), keyword));
        var ofIssue = object();
        ofIssue.putAll(facets);
        ofIssue.put(MONTH, keyword);
        var time = object("type", "long");
        var properties = object(
                "id",
                keyword,
                "sha",
                keyword,
                "case",
                keyword,
                "word",
                keyword,
                "fictional",
                object("type", "boolean"),
                "finding",
                keyword,
                "decided",
                object("type", "integer"),
                "first",
                time,
                "changed",
                time,
                "content",
                object("type", "keyword", "index", false, "doc_values", false),
                "sentence",
                object("type", "keyword", "doc_values", false),
                "whole",
                object("type", "object", "enabled", false),
                "v",
                object("properties", facets),
                ISSUES,
                object("type", "nested", "dynamic", "strict", "properties", issue(keyword, time, ofIssue)));
        return object(
                "dynamic",
                "strict",
                "_meta",
                object("schema", fingerprint),
                // fields derived from the determination are not stored a second time
                "_source",
                object("includes", List.of("id", "sha", "content", "first", "changed", "whole")),
                "properties",
                properties);
    }

    private static Map<String, Object> issue(
            Map<String, Object> keyword, Map<String, Object> time, Map<String, Object> facets) {
        var text = object("type", "text", "analyzer", "positions", "search_analyzer", "bare", "norms", false);
        var labels = object();
        labels.putAll(text);
        labels.put("position_increment_gap", LABEL_GAP);
        return object(
                "number",
                object("type", "integer"),
                "request",
                text,
                "rationale",
                text,
                "summary",
                text,
                "label",
                labels,
                "all",
                object(
                        "type",
                        "text",
                        "analyzer",
                        "weighted",
                        "search_analyzer",
                        "bare",
                        "index_options",
                        "freqs",
                        "similarity",
                        "weights"),
                "case",
                keyword,
                "title",
                keyword,
                "subject",
                keyword,
                "decided",
                object("type", "integer"),
                "first",
                time,
                "changed",
                time,
                "f",
                object("properties", facets));
    }
}
