package org.precedent.lucene.query;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ScoreDoc;
import org.precedent.lucene.facet.ResultSet;
import org.precedent.lucene.query.PageEntries.Entry;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.search.Grouping;
import org.precedent.search.PageRequest;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.Sort;

/**
 * Sorts a result and splits it into page entries: determinations with their best matching issues, or single issues.
 */
public final class PageEntries {
    private final IndexSnapshot view;
    private final ResultSet result;
    private final Search search;
    private final LetterOrder order;
    private final IssueOrder issues;

    /**
     * An entry of a results page.
     *
     * @param letter the determination
     * @param docs documents of the issues to show, in order
     * @param folded number of further matching issues that are collapsed
     */
    public record Entry(RankedLetter letter, List<Integer> docs, int folded) {
        public Entry {
            docs = List.copyOf(docs);
        }
    }

    public PageEntries(IndexSnapshot view, ResultSet result, Search search) {
        this.view = view;
        this.result = result.withRewrittenRanking();
        this.search = search;
        this.order = new LetterOrder(view, this.result, search.sort());
        this.issues = new IssueOrder(view, result.hits());
    }

    /** Returns the entries of the requested page. */
    public List<Entry> page() {
        var paging = search.paging();
        int end = paging.offset() + paging.size();
        return switch (paging.grouping()) {
            case DETERMINATION -> determinations(paging, end);
            case ISSUE -> {
                var ranked = new RankedIssues(view, result, search.sort());
                yield cut(paging.after().map(id -> ranked.after(id, end)).orElseGet(() -> ranked.first(end)), paging);
            }
        };
    }

    private List<Entry> determinations(PageRequest paging, int end) {
        var letters = cut(paging.after().map(id -> order.after(id, end)).orElseGet(() -> order.top(end)), paging);
        var shown = issues.order(letters, search.sort(), result.ranking());
        return letters.stream()
                .map(letter -> Objects.requireNonNull(shown.get(letter)))
                .toList();
    }

    private static <T> List<T> cut(List<T> entries, PageRequest paging) {
        return entries.subList(Math.min(paging.offset(), entries.size()), entries.size());
    }

    /** Passes every entry to a consumer in order, without collapsing issues. */
    public void forEach(Consumer<Entry> each) {
        if (search.paging().grouping() == Grouping.ISSUE) {
            new RankedIssues(view, result, search.sort())
                    .first(Integer.MAX_VALUE)
                    .forEach(each);
        } else {
            order.top(Integer.MAX_VALUE)
                    .forEach(letter -> each.accept(new Entry(letter, issues.issueNumbers(letter), 0)));
        }
    }

    /**
     * Lists the issues of a result individually: by score if the result is ranked, otherwise by determination. The order is total; ties
     * within a determination are broken by issue number.
     */
    private static final class RankedIssues {
        /** Separates determination id and issue number in a paging key. */
        private static final char NUMBER = '#';

        /** Issues examined in the first attempt to fill a page. */
        private static final int FIRST_LOOK = 60;

        private final IndexSnapshot view;
        private final LetterOrder order;
        private final IssueOrder issues;
        private final ResultSet result;
        private final Comparator<Ranked> total;

        /** An issue with its determination, whose sort key is the issue's score. */
        private record Ranked(RankedLetter letter, int doc) {
            Entry entry() {
                return new Entry(letter, List.of(doc), 0);
            }
        }

        RankedIssues(IndexSnapshot view, ResultSet result, Sort sort) {
            this.view = view;
            this.result = result;
            this.order = new LetterOrder(view, result, sort);
            this.issues = new IssueOrder(view, result.hits());
            this.total =
                    Comparator.comparing(Ranked::letter, order.comparator()).thenComparingInt(Ranked::doc);
        }

        /** Returns the first issues in order, up to a maximum. */
        List<Entry> first(int count) {
            return entries(issue -> true, count);
        }

        /**
         * Returns the issues that follow a given one in the result.
         *
         * @param place paging key such as {@code CM16-0213037#2}
         * @param count maximum number returned
         * @throws SearchEngine.NotInResult when that issue is not in the result
         */
        List<Entry> after(String place, int count) {
            var last = at(place).orElseThrow(() -> new SearchEngine.NotInResult(place));
            return entries(issue -> total.compare(issue, last) > 0, count);
        }

        private Optional<Ranked> at(String place) {
            int mark = place.lastIndexOf(NUMBER);
            if (mark < 0 || !place.substring(mark + 1).matches("[1-9][0-9]{0,5}")) {
                return Optional.empty();
            }
            int number = Integer.parseInt(place.substring(mark + 1));
            return order.ranked(place.substring(0, mark)).flatMap(letter -> {
                int doc = view.segments().get(letter.segment()).firstOf(letter.doc()) + number - 1;
                return issues.issueNumbers(letter).contains(doc)
                        ? Optional.of(new Ranked(scored(letter, doc), doc))
                        : Optional.empty();
            });
        }

        private RankedLetter scored(RankedLetter letter, int doc) {
            return order.isByScore()
                    ? letter.withKey(issues.score(letter, doc, result.ranking().orElseThrow()))
                    : letter;
        }

        private List<Entry> entries(Predicate<Ranked> filter, int count) {
            return order.isByScore() ? byScore(filter, count) : byKey(filter, count);
        }

        private List<Entry> byKey(Predicate<Ranked> filter, int count) {
            return order.top(Integer.MAX_VALUE).stream()
                    .flatMap(letter -> issues.issueNumbers(letter).stream().map(doc -> new Ranked(letter, doc)))
                    .filter(filter)
                    .limit(count)
                    .map(Ranked::entry)
                    .toList();
        }

        private List<Entry> byScore(Predicate<Ranked> filter, int count) {
            long all = result.hits().total().issues();
            for (long look = Math.max(FIRST_LOOK, 3L * count); ; look *= 8) {
                int size = (int) Math.min(Math.max(1, all), look);
                var docs = order.top(result.ranking().orElseThrow(), size);
                var found = Stream.of(docs)
                        .map(this::ranked)
                        .filter(filter)
                        .sorted(total)
                        .limit(count)
                        .toList();
                boolean complete = docs.length < size || size == all;
                if (complete || (found.size() == count && found.getLast().letter.key() > docs[docs.length - 1].score)) {
                    return found.stream().map(Ranked::entry).toList();
                }
            }
        }

        private Ranked ranked(ScoreDoc hit) {
            int segment = ReaderUtil.subIndex(hit.doc, view.leaves());
            int doc = hit.doc - view.leaves().get(segment).docBase;
            int letter = view.segments().get(segment).letterOf(doc);
            return new Ranked(order.ranked(segment, letter, hit.score), doc);
        }
    }
}
