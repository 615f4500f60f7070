package org.precedent.opensearch;

import static org.precedent.opensearch.cluster.QueryJson.ISSUES;
import static org.precedent.opensearch.cluster.QueryJson.anyOf;
import static org.precedent.opensearch.cluster.QueryJson.object;
import static org.precedent.opensearch.cluster.QueryJson.term;
import static org.precedent.opensearch.write.IndexMapping.field;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.precedent.engine.TermDictionary;
import org.precedent.opensearch.cluster.QueryJson;
import org.precedent.opensearch.write.DeterminationDocument;
import org.precedent.opensearch.write.IndexMapping;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.query.TextField;
import org.precedent.text.IndexTerms;
import org.precedent.vocabulary.EditDistance;

/**
 * The term dictionary of one state of the index. OpenSearch cannot enumerate terms, so words are taken from a sample of determinations and
 * then counted exactly.
 */
final class ClusterDictionary implements TermDictionary {
    /** Number of determinations per shard sampled for words. */
    private static final int SAMPLE = 2_000;

    private static final int WORDS = 100;
    private static final int REQUESTS = 500;
    private static final int BATCH_SIZE = 500;

    private final IndexState state;
    private final Map<Facet, List<FacetCount>> values;

    /** Cache key of a stem. */
    private record Stem(String stem) {}

    ClusterDictionary(IndexState state, Map<Facet, List<FacetCount>> values) {
        this.state = state;
        this.values = values;
    }

    @Override
    public long frequency(String stem) {
        fetchFrequencies(List.of(stem));
        return state.<Long>cached(new Stem(stem)).orElse(0L);
    }

    /** Looks up the number of issues with each of several stems and caches it. */
    void fetchFrequencies(Collection<String> stems) {
        var unknown =
                stems.stream().filter(s -> state.cached(new Stem(s)).isEmpty()).toList();
        for (int from = 0; from < unknown.size(); from += BATCH_SIZE) {
            var part = unknown.subList(from, Math.min(unknown.size(), from + BATCH_SIZE));
            var filters = new ArrayList<Map<String, Object>>();
            part.forEach(s -> filters.add(term(IndexMapping.all(), s)));
            var counts = issuesWith(filters);
            for (int i = 0; i < part.size(); i++) {
                long count = counts.get(i);
                state.computeOnce(new Stem(part.get(i)), () -> count);
            }
        }
    }

    private List<Long> issuesWith(List<Map<String, Object>> queries) {
        var counts = state.search(
                        object(
                                "size",
                                0,
                                "track_total_hits",
                                false,
                                "aggs",
                                object(
                                        "i",
                                        object(
                                                "nested",
                                                object("path", ISSUES),
                                                "aggs",
                                                object("f", object("filters", object("filters", queries)))))),
                        false)
                .at("aggregations", "i", "f", "buckets");
        return counts.list().stream().map(b -> b.at("doc_count").number()).toList();
    }

    @Override
    public Map<String, Long> startingWith(String start) {
        var own = List.of(TextField.REQUEST, TextField.RATIONALE);
        var found = words(object("prefix", object("word", start)), escaped(start) + ".*");
        return counted(found.stream().filter(w -> w.startsWith(start)).toList(), own);
    }

    @Override
    public Map<String, Long> withinEdits(String word, int edits) {
        var fuzzy = object("fuzzy", object("word", object("value", word, "fuzziness", edits, "prefix_length", 1)));
        var pattern = escaped(word.substring(0, 1)) + ".{" + Math.max(0, word.length() - 1 - edits) + ","
                + (word.length() - 1 + edits) + "}";
        var found = words(fuzzy, pattern).stream()
                .filter(w -> EditDistance.upTo(edits, word, w) <= edits)
                .toList();
        return counted(found, List.of(TextField.values()));
    }

    private static String escaped(String letters) {
        return letters.replaceAll("[^\\p{L}\\p{N}]", "\\\\$0");
    }

    /** Distinct words that match a pattern, in determinations that a query finds; most frequent first. */
    private List<String> words(Map<String, Object> query, String pattern) {
        var terms = object("terms", object("field", "word", "size", WORDS, "include", pattern));
        var sample = object("sampler", object("shard_size", SAMPLE), "aggs", object("w", terms));
        return state
                .search(
                        object("size", 0, "track_total_hits", false, "query", query, "aggs", object("s", sample)),
                        false)
                .at("aggregations", "s", "w", "buckets")
                .list()
                .stream()
                .map(b -> b.at("key").text())
                .toList();
    }

    private Map<String, Long> counted(List<String> words, List<TextField> fields) {
        if (words.isEmpty()) {
            return Map.of();
        }
        var counts = issuesWith(words.stream()
                .map(w -> anyOf(fields.stream()
                        .map(f -> term(field(f), DeterminationDocument.exactToken(w)))
                        .toList()))
                .toList());
        var found = new HashMap<String, Long>();
        for (int i = 0; i < words.size(); i++) {
            if (counts.get(i) > 0) {
                found.put(words.get(i), counts.get(i));
            }
        }
        return found;
    }

    @Override
    public Map<String, Long> caseNumbersStartingWith(String start, int limit) {
        return terms("case", start, limit);
    }

    @Override
    public Map<String, Long> requestsStartingWith(String start) {
        var printed = new HashMap<String, String>();
        var found = new LinkedHashMap<String, Long>();
        terms("title", start, REQUESTS).forEach((term, issues) -> {
            int at = term.indexOf(IndexTerms.FORM);
            var shown = printed.computeIfAbsent(term.substring(0, at), t -> term.substring(at + 1));
            found.merge(shown, issues, Long::max);
        });
        return found;
    }

    /** Values of a keyword field of issues that start with a prefix, with the number of issues with each; only the first in order. */
    private Map<String, Long> terms(String name, String start, int limit) {
        var field = ISSUES + "." + name;
        var prefix = object("prefix", object(field, start));
        var terms = object(
                "terms",
                object(
                        "field",
                        field,
                        "size",
                        limit,
                        "include",
                        escaped(start) + ".*",
                        "order",
                        object("_key", "asc")));
        var found = new TreeMap<String, Long>();
        state.search(
                        object(
                                "size",
                                0,
                                "track_total_hits",
                                false,
                                "query",
                                QueryJson.nested(prefix),
                                "aggs",
                                object(
                                        "i",
                                        object(
                                                "nested",
                                                object("path", ISSUES),
                                                "aggs",
                                                object("p", object("filter", prefix, "aggs", object("t", terms)))))),
                        false)
                .at("aggregations", "i", "p", "t", "buckets")
                .list()
                .forEach(b -> found.put(b.at("key").text(), b.at("doc_count").number()));
        return found;
    }

    @Override
    public List<FacetCount> values(Facet facet) {
        return values.getOrDefault(facet, List.of());
    }
}
