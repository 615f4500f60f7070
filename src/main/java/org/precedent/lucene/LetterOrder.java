package org.precedent.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.precedent.search.SearchEngine;
import org.precedent.search.Sort;

/**
 * Puts the letters of a result in order. Every order is total: the key, the decision date, newest first, the letter's id.
 */
final class LetterOrder {
    /** Issues looked at in the first attempt to fill a page with letters. */
    private static final int FIRST_LOOK = 120;

    private final IndexView view;
    private final ResultSet result;
    private final Sort sort;
    private final Map<Integer, NumericDocValues> decided = new HashMap<>();
    private final Comparator<RankedLetter> order;

    LetterOrder(IndexView view, ResultSet result, Sort sort) {
        this.view = view;
        this.result = result;
        this.sort = sort;
        var byKey = Comparator.comparingDouble(RankedLetter::key).reversed();
        var byCase = sort == Sort.CASE ? byKey.thenComparing(l -> text(l, IndexField.CASE_ORDER)) : byKey;
        this.order = byCase.thenComparing(
                        Comparator.comparingLong(RankedLetter::decided).reversed())
                .thenComparing(l -> text(l, IndexField.ID_ORDER));
    }

    /**
     * The first letters in order.
     *
     * @param count at most so many
     */
    List<RankedLetter> first(int count) {
        return those(letter -> true, count);
    }

    /**
     * The letters that come next after one of the result.
     *
     * @param id of that letter
     * @param count at most so many
     * @throws SearchEngine.NotInResult when it is no part of the result
     */
    List<RankedLetter> behind(String id, int count) {
        return StoredLetters.withId(view.reader(), id)
                .flatMap(at -> ranked(at.segment(), at.doc()))
                .map(last -> those(letter -> order.compare(letter, last) > 0, count))
                .orElseThrow(() -> new SearchEngine.NotInResult(id));
    }

    private List<RankedLetter> those(Predicate<RankedLetter> wanted, int count) {
        return isByScore() ? byScore(result.ranking().orElseThrow(), wanted, count) : byKey(wanted, count);
    }

    private boolean isByScore() {
        return sort == Sort.RELEVANCE && result.ranking().isPresent();
    }

    private Optional<RankedLetter> ranked(int segment, int letter) {
        var bits = result.hits().bits().get(segment);
        int first = Blocks.next(bits, view.segments().get(segment).firstOf(letter));
        if (first >= letter) {
            return Optional.empty();
        }
        double key = isByScore() ? score(segment, letter) : keys(segment).of(letter);
        return Optional.of(new RankedLetter(segment, letter, key, decided(segment, letter)));
    }

    private double score(int segment, int letter) {
        var unscored = new RankedLetter(segment, letter, 0, 0);
        return new IssueOrder(view, result.hits())
                .best(unscored, result.ranking().orElseThrow());
    }

    private List<RankedLetter> byKey(Predicate<RankedLetter> wanted, int count) {
        var best = new PriorityQueue<RankedLetter>(order.reversed());
        for (int segment = 0; segment < view.segments().size(); segment++) {
            var columns = view.segments().get(segment);
            var bits = result.hits().bits().get(segment);
            var keys = keys(segment);
            for (int doc = Blocks.next(bits, 0); doc != Blocks.NONE; ) {
                int letter = columns.letterOf(doc);
                var ranked = new RankedLetter(segment, letter, keys.of(letter), decided(segment, letter));
                if (wanted.test(ranked)) {
                    keep(best, ranked, count);
                }
                doc = Blocks.next(bits, letter + 1);
            }
        }
        return sorted(best);
    }

    // Against the last of the kept first: most letters differ from it in key or date, and ids are dear to compare.
    private void keep(PriorityQueue<RankedLetter> best, RankedLetter letter, int count) {
        if (best.size() < count) {
            best.add(letter);
        } else if (order.compare(letter, best.element()) < 0) {
            best.remove();
            best.add(letter);
        }
    }

    private List<RankedLetter> sorted(Iterable<RankedLetter> letters) {
        var sorted = new ArrayList<RankedLetter>();
        letters.forEach(sorted::add);
        sorted.sort(order);
        return sorted;
    }

    private interface Keys {
        double of(int letter);
    }

    private Keys keys(int segment) {
        return switch (sort) {
            case RELEVANCE, NEWEST -> letter -> decided(segment, letter);
            case OLDEST ->
                letter -> {
                    long day = decided(segment, letter);
                    return day == Long.MIN_VALUE ? Double.NEGATIVE_INFINITY : -day;
                };
            case ADDED -> {
                var added = column(segment, IndexField.FIRST_SEEN);
                yield letter -> value(added, letter);
            }
            case CASE ->
                letter -> text(new RankedLetter(segment, letter, 0, 0), IndexField.CASE_ORDER)
                                .isEmpty()
                        ? 0
                        : 1;
        };
    }

    private List<RankedLetter> byScore(Query ranking, Predicate<RankedLetter> wanted, int count) {
        var filtered = new BooleanQuery.Builder()
                .add(ranking, Occur.MUST)
                .add(BitsQuery.of(result.hits()), Occur.FILTER)
                .build();
        long issues = result.hits().total().issues();
        for (long look = Math.max(FIRST_LOOK, 4L * count); ; look *= 8) {
            int size = (int) Math.min(Math.max(1, issues), look);
            var docs = top(filtered, size);
            var best = new PriorityQueue<RankedLetter>(order.reversed());
            group(docs).stream().filter(wanted).forEach(letter -> keep(best, letter, count));
            var letters = sorted(best);
            if (docs.length < size || size == issues || isSettled(letters, docs, count)) {
                return letters;
            }
        }
    }

    private ScoreDoc[] top(Query query, int size) {
        try {
            return view.searcher().search(query, new TopScoreDocCollectorManager(size, null, size)).scoreDocs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether no issue beyond those seen could change the first letters. */
    private static boolean isSettled(List<RankedLetter> letters, ScoreDoc[] docs, int count) {
        return letters.size() >= count && letters.get(count - 1).key() > docs[docs.length - 1].score;
    }

    private List<RankedLetter> group(ScoreDoc[] docs) {
        var letters = new HashMap<Integer, RankedLetter>();
        for (var hit : docs) {
            int segment = ReaderUtil.subIndex(hit.doc, view.leaves());
            int base = view.leaves().get(segment).docBase;
            int letter = view.segments().get(segment).letterOf(hit.doc - base);
            letters.computeIfAbsent(
                    base + letter, k -> new RankedLetter(segment, letter, hit.score, decided(segment, letter)));
        }
        return List.copyOf(letters.values());
    }

    private long decided(int segment, int letter) {
        var days = decided.computeIfAbsent(segment, s -> column(s, IndexField.DECIDED));
        try {
            if (days.docID() > letter) {
                decided.remove(segment);
                return decided(segment, letter);
            }
            return days.advanceExact(letter) ? days.longValue() : Long.MIN_VALUE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double value(NumericDocValues column, int letter) {
        try {
            return column.advanceExact(letter) ? column.longValue() : Double.NEGATIVE_INFINITY;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NumericDocValues column(int segment, IndexField field) {
        try {
            return DocValues.getNumeric(view.leaves().get(segment).reader(), field.key());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(RankedLetter letter, IndexField field) {
        try {
            var column = DocValues.getSorted(view.leaves().get(letter.segment()).reader(), field.key());
            return column.advanceExact(letter.doc())
                    ? column.lookupOrd(column.ordValue()).utf8ToString()
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
