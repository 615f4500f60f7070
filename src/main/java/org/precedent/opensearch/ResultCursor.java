package org.precedent.opensearch;

import static org.precedent.opensearch.cluster.QueryJson.ISSUES;
import static org.precedent.opensearch.cluster.QueryJson.allOf;
import static org.precedent.opensearch.cluster.QueryJson.object;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.precedent.determination.Determination;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.opensearch.write.DeterminationDocument;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.Sort;

/**
 * Iterates over a result in order, in batches: each batch starts after the sort values of the last one ({@code search_after}), so a result
 * of any size is read in constant memory.
 */
final class ResultCursor {
    /** Issues with less than this share of their determination's best score are hidden. */
    private static final double MIN_SCORE_FRACTION = 0.75;

    private static final int MAX_ISSUES = 100_000;

    /** The order of single issues by score. */
    static final Comparator<RankedIssue> BY_SCORE =
            Comparator.comparingDouble((RankedIssue i) -> -i.issue.score).thenComparing(ResultCursor::byDateAndId);

    private final IndexState state;
    private final SearchPlan plan;
    private final Search search;
    private @Nullable Object last;

    /**
     * A determination in a result.
     *
     * @param source its stored source; absent if fetched without texts
     * @param score score of its best issue
     * @param sort its sort values
     * @param issues matching issues, best first if sorted by score, otherwise by number
     */
    record Found(String id, JsonValue source, double score, Object sort, List<FoundIssue> issues) {
        Determination determination() {
            return DeterminationDocument.read(source);
        }

        /** A copy with its texts. */
        Found with(JsonValue texts) {
            return new Found(id, texts, score, sort, issues);
        }

        /** The matching issues, sorted by number. */
        List<FoundIssue> byNumber() {
            return issues.stream()
                    .sorted(Comparator.comparingInt(FoundIssue::number))
                    .toList();
        }
    }

    /** A matching issue with its one-based number. */
    record FoundIssue(int number, double score) {}

    ResultCursor(IndexState state, SearchPlan plan, Search search) {
        this.state = state;
        this.plan = plan;
        this.search = search;
    }

    /** Whether the result is ordered by scores. */
    boolean isByScore() {
        return search.sort() == Sort.RELEVANCE && plan.isRanked();
    }

    /**
     * Moves to the position after a determination.
     *
     * @throws SearchEngine.NotInResult when it is not part of the result
     */
    ResultCursor after(String id) {
        last = findWithoutTexts(id).orElseThrow(() -> new SearchEngine.NotInResult(id)).sort;
        return this;
    }

    /** The determination with that id, without texts; empty when it is not part of the result. */
    Optional<Found> findWithoutTexts(String id) {
        var body = body(1, false);
        body.put("query", allOf(List.of(object("ids", object("values", List.of(id))), query())));
        if (isByScore()) {
            // as a filter, the id does not change the score
            body.put(
                    "query",
                    object(
                            "bool",
                            object(
                                    "must",
                                    List.of(query()),
                                    "filter",
                                    List.of(object("ids", object("values", List.of(id)))))));
        }
        body.remove("search_after");
        return read(state.search(body, isByScore())).stream().findFirst();
    }

    /**
     * The next determinations.
     *
     * @param count at most this many
     * @param withTexts whether to fetch their texts
     */
    List<Found> next(int count, boolean withTexts) {
        var found = read(state.search(body(count, withTexts), isByScore()));
        if (!found.isEmpty()) {
            last = found.getLast().sort;
        }
        return found;
    }

    /** Skips {@code count} determinations, {@code part} per request. */
    ResultCursor skip(int count, int part) {
        for (int left = count; left > 0; left -= part) {
            if (next(Math.min(left, part), false).isEmpty()) {
                return this;
            }
        }
        return this;
    }

    private Map<String, Object> query() {
        var innerHits = object("size", MAX_ISSUES, "_source", false, "docvalue_fields", List.of(ISSUES + ".number"));
        if (!isByScore()) {
            // inner hits are sorted by score by default; with another sort, they have no scores
            innerHits.put("sort", List.of(object(ISSUES + ".number", object("order", "asc"))));
        }
        return plan.query(innerHits);
    }

    private Map<String, Object> body(int count, boolean withTexts) {
        var body = object(
                "size",
                count,
                "track_total_hits",
                false,
                "query",
                query(),
                "sort",
                order(),
                "_source",
                withTexts ? List.of("whole", "first", "changed") : false);
        if (last != null) {
            body.put("search_after", last);
        }
        return body;
    }

    private List<Object> order() {
        var decided = sorted("decided", "desc");
        var id = sorted("id", "asc");
        return switch (search.sort()) {
            case RELEVANCE ->
                isByScore() ? List.of(object("_score", object("order", "desc")), decided, id) : List.of(decided, id);
            case NEWEST -> List.of(decided, id);
            case OLDEST -> List.of(sorted("decided", "asc"), id);
            case ADDED -> List.of(sorted("first", "desc"), decided, id);
            case CASE -> List.of(sorted("case", "asc"), decided, id);
        };
    }

    private static Map<String, Object> sorted(String field, String order) {
        return object(field, object("order", order, "missing", "_last"));
    }

    private static List<Found> read(JsonValue answer) {
        return answer.at("hits", "hits").list().stream()
                .map(ResultCursor::found)
                .toList();
    }

    private static Found found(JsonValue hit) {
        var issues = issues(hit);
        return new Found(
                hit.at("_id").text(),
                hit.at("_source"),
                issues.stream().mapToDouble(FoundIssue::score).max().orElse(0),
                hit.at("sort").list().stream()
                        .map(JsonValue::value)
                        .collect(ArrayList::new, ArrayList::add, ArrayList::addAll),
                issues);
    }

    /** The matching issues of a search hit, which are its inner hits. */
    static List<FoundIssue> issues(JsonValue hit) {
        return hit.at("inner_hits", ISSUES, "hits", "hits").list().stream()
                .map(i -> new FoundIssue(
                        (int) i.at("fields", ISSUES + ".number")
                                .list()
                                .getFirst()
                                .number(),
                        i.at("_score").real()))
                .toList();
    }

    /** The issues of a determination to show on a page; those that score far below its best are hidden. */
    List<FoundIssue> shown(Found found) {
        return isByScore()
                ? found.issues.stream()
                        .filter(i -> i.score >= MIN_SCORE_FRACTION * found.score)
                        .toList()
                : found.issues;
    }

    /**
     * The issues of a result one by one, in order.
     *
     * @param filter selects the issues
     * @param count at most this many
     * @param part number of determinations per request
     */
    List<RankedIssue> issues(Predicate<RankedIssue> filter, int count, int part) {
        var found = new ArrayList<RankedIssue>();
        for (var some = next(part, false);
                !some.isEmpty() && !isFinal(found, filter, count, some);
                some = next(part, false)) {
            some.forEach(d -> d.issues.forEach(i -> found.add(new RankedIssue(d, i))));
        }
        if (isByScore()) {
            found.sort(BY_SCORE);
        }
        return found.stream().filter(filter).limit(count).toList();
    }

    /** Whether enough issues are found and no later determination can have one that ranks before them. */
    private boolean isFinal(List<RankedIssue> found, Predicate<RankedIssue> filter, int count, List<Found> next) {
        double best = isByScore() ? next.getFirst().score : Double.POSITIVE_INFINITY;
        return found.stream()
                        .filter(i -> !isByScore() || i.issue.score > best)
                        .filter(filter)
                        .count()
                >= count;
    }

    // ties in score: newest first, then by id, then by number; date and id are among the sort values
    @SuppressWarnings("unchecked")
    private static int byDateAndId(RankedIssue a, RankedIssue b) {
        var one = (List<Object>) a.determination.sort;
        var other = (List<Object>) b.determination.sort;
        int byDate = Long.compare(day(other.get(1)), day(one.get(1)));
        int byId = byDate != 0 ? byDate : a.determination.id.compareTo(b.determination.id);
        return byId != 0 ? byId : Integer.compare(a.issue.number, b.issue.number);
    }

    // a missing date sorts last; the cluster represents it by a value far out of range
    private static long day(@Nullable Object value) {
        return value instanceof Number number && number.longValue() < Integer.MAX_VALUE
                ? number.longValue()
                : Long.MIN_VALUE;
    }

    /** An issue of a result with its determination. */
    record RankedIssue(Found determination, FoundIssue issue) {}
}
