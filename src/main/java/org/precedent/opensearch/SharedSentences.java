package org.precedent.opensearch;

import static org.precedent.opensearch.cluster.QueryJson.object;
import static org.precedent.opensearch.cluster.QueryJson.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.precedent.engine.SentenceDigests;
import org.precedent.highlight.SnippetBuilder.BoilerplateSentences;
import org.precedent.text.SentenceSpan;
import org.precedent.text.Token;

/**
 * Looks up which sentences are boilerplate. Snippets are built twice: the first pass collects the sentences to check, which are then looked
 * up in one request.
 */
final class SharedSentences implements BoilerplateSentences {
    private static final int BATCH_SIZE = 500;

    private final IndexState state;
    private final Set<Integer> unknown = new LinkedHashSet<>();

    /** Cache key of a sentence. */
    private record Sentence(int digest) {}

    SharedSentences(IndexState state) {
        this.state = state;
    }

    @Override
    public boolean contains(SentenceSpan sentence, List<Token> tokens) {
        var digest = SentenceDigests.digest(sentence, tokens);
        if (digest.isEmpty()) {
            return false;
        }
        var known = state.<Boolean>cached(new Sentence(digest.getAsInt()));
        if (known.isEmpty()) {
            unknown.add(digest.getAsInt());
        }
        return known.orElse(true);
    }

    /**
     * The ids of the determinations that contain each sentence, at most {@link SentenceDigests#BOILERPLATE_MINIMUM} per sentence.
     */
    static Map<Integer, List<String>> determinations(IndexState state, Set<Integer> digests) {
        var found = new HashMap<Integer, List<String>>();
        var all = new ArrayList<>(digests);
        var ids = object("ids", object("terms", object("field", "id", "size", SentenceDigests.BOILERPLATE_MINIMUM)));
        for (int from = 0; from < all.size(); from += BATCH_SIZE) {
            var some = all.subList(from, Math.min(all.size(), from + BATCH_SIZE));
            var filters = object();
            some.forEach(d -> filters.put(Integer.toHexString(d), term("sentence", Integer.toHexString(d))));
            var aggregations = object("sentences", object("filters", object("filters", filters), "aggs", ids));
            var buckets = state.search(object("size", 0, "track_total_hits", false, "aggs", aggregations), false)
                    .at("aggregations", "sentences", "buckets");
            some.forEach(d -> found.put(
                    d,
                    buckets.at(Integer.toHexString(d), "ids", "buckets").list().stream()
                            .map(bucket -> bucket.at("key").text())
                            .toList()));
        }
        return found;
    }

    /**
     * Looks up and caches the sentences that were checked but not yet cached.
     *
     * @return whether there were any
     */
    boolean fetchUnknown() {
        var digests = new ArrayList<>(unknown);
        unknown.clear();
        for (int from = 0; from < digests.size(); from += BATCH_SIZE) {
            fetch(digests.subList(from, Math.min(digests.size(), from + BATCH_SIZE)));
        }
        return !digests.isEmpty();
    }

    private void fetch(List<Integer> digests) {
        var filters = object();
        digests.forEach(d -> {
            var hex = Integer.toHexString(d);
            filters.put(hex, term("sentence", hex));
        });
        var aggregations = object("sentences", object("filters", object("filters", filters)));
        var counts = state.search(object("size", 0, "track_total_hits", false, "aggs", aggregations), false)
                .at("aggregations", "sentences", "buckets");
        digests.forEach(d -> state.computeOnce(
                new Sentence(d),
                () -> counts.at(Integer.toHexString(d), "doc_count").number() >= SentenceDigests.BOILERPLATE_MINIMUM));
    }
}
