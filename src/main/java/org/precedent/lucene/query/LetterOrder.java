package org.precedent.lucene.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.precedent.lucene.facet.ResultSet;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.snapshot.BlockBits;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.lucene.store.StoredLetterLookup;
import org.precedent.search.SearchEngine;
import org.precedent.search.Sort;

/**
 * Sorts the determinations of a result. Every order is total: sort key, then decision date, newest first, then id.
 */
public final class LetterOrder {
    /**
     * If more than one in this many determinations has a hit, determinations are walked in sort order; otherwise all with hits are
     * examined.
     */
    private static final int SPARSE_RATIO = 100;

    /** Issues examined in the first attempt to fill a page with determinations. */
    private static final int FIRST_LOOK = 60;

    private final IndexSnapshot view;
    private final ResultSet result;
    private final Sort sort;
    private final Map<IndexField, @Nullable NumericDocValues[]> columns = new EnumMap<>(IndexField.class);
    private final Map<IndexField, Map<Long, BytesRef>> texts = new EnumMap<>(IndexField.class);
    private final Comparator<RankedLetter> order;

    public LetterOrder(IndexSnapshot view, ResultSet result, Sort sort) {
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
     * Returns the first determinations in order.
     *
     * @param count maximum number returned
     */
    public List<RankedLetter> top(int count) {
        return select(letter -> true, count);
    }

    /**
     * Returns the determinations that follow a given one in the result.
     *
     * @param id of the determination to continue after
     * @param count maximum number returned
     * @throws SearchEngine.NotInResult when that determination is not in the result
     */
    public List<RankedLetter> after(String id, int count) {
        return ranked(id)
                .map(last -> select(letter -> order.compare(letter, last) > 0, count))
                .orElseThrow(() -> new SearchEngine.NotInResult(id));
    }

    /** The determination with its sort keys; empty when it is not in the result. */
    Optional<RankedLetter> ranked(String id) {
        return StoredLetterLookup.findById(view.reader(), id).flatMap(at -> ranked(at.segment(), at.doc()));
    }

    private List<RankedLetter> select(Predicate<RankedLetter> filter, int count) {
        return isByScore() ? byScore(result.ranking().orElseThrow(), filter, count) : byKey(filter, count);
    }

    /** The total order of determinations. */
    Comparator<RankedLetter> comparator() {
        return order;
    }

    /** Whether the result is ordered by score. */
    boolean isByScore() {
        return sort == Sort.RELEVANCE && result.ranking().isPresent();
    }

    private Optional<RankedLetter> ranked(int segment, int letter) {
        var bits = result.hits().bits().get(segment);
        int first = BlockBits.next(bits, view.segments().get(segment).firstOf(letter));
        if (first >= letter) {
            return Optional.empty();
        }
        return Optional.of(ranked(segment, letter, isByScore() ? score(segment, letter) : key(segment, letter)));
    }

    private double score(int segment, int letter) {
        var unscored = new RankedLetter(segment, letter, 0, 0);
        return new IssueOrder(view, result.hits())
                .bestScore(unscored, result.ranking().orElseThrow());
    }

    private List<RankedLetter> byKey(Predicate<RankedLetter> filter, int count) {
        var best = new PriorityQueue<RankedLetter>(order.reversed());
        for (int segment = 0; segment < view.segments().size(); segment++) {
            var columns = view.segments().get(segment);
            var letters = BlockBits.lettersWith(result.hits().bits().get(segment), columns.letters());
            if (letters.cardinality() > columns.sorted().count() / SPARSE_RATIO) {
                walk(segment, letters, filter, best, count);
            } else {
                addAll(segment, letters, filter, best, count);
            }
        }
        return sorted(best);
    }

    private void walk(
            int segment,
            FixedBitSet letters,
            Predicate<RankedLetter> filter,
            PriorityQueue<RankedLetter> best,
            int count) {
        for (int letter : inOrder(segment)) {
            if (letters.get(letter)) {
                var ranked = ranked(segment, letter, key(segment, letter));
                if (filter.test(ranked) && !keep(best, ranked, count)) {
                    return;
                }
            }
        }
    }

    private int[] inOrder(int segment) {
        try {
            return view.segments()
                    .get(segment)
                    .sorted()
                    .sort(sort, view.leaves().get(segment).reader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addAll(
            int segment,
            FixedBitSet letters,
            Predicate<RankedLetter> filter,
            PriorityQueue<RankedLetter> best,
            int count) {
        for (int letter = BlockBits.next(letters, 0);
                letter != BlockBits.NONE;
                letter = BlockBits.next(letters, letter + 1)) {
            var ranked = ranked(segment, letter, key(segment, letter));
            if (filter.test(ranked)) {
                keep(best, ranked, count);
            }
        }
    }

    RankedLetter ranked(int segment, int letter, double key) {
        return new RankedLetter(segment, letter, key, decided(segment, letter));
    }

    // Compares with the last one kept first: most determinations differ from it in key or date, and comparing ids is
    // expensive.
    private boolean keep(PriorityQueue<RankedLetter> best, RankedLetter letter, int count) {
        if (best.size() < count) {
            return best.add(letter);
        }
        if (order.compare(letter, best.element()) >= 0) {
            return false;
        }
        best.remove();
        return best.add(letter);
    }

    private List<RankedLetter> sorted(Iterable<RankedLetter> letters) {
        var sorted = new ArrayList<RankedLetter>();
        letters.forEach(sorted::add);
        sorted.sort(order);
        return sorted;
    }

    private double key(int segment, int letter) {
        return switch (sort) {
            case RELEVANCE, NEWEST -> decided(segment, letter);
            case OLDEST -> {
                long day = decided(segment, letter);
                yield day == Long.MIN_VALUE ? Double.NEGATIVE_INFINITY : -day;
            }
            case ADDED -> value(segment, IndexField.FIRST_SEEN, letter).orElse(Long.MIN_VALUE);
            case CASE -> text(segment, letter, IndexField.CASE_ORDER).length == 0 ? 0 : 1;
        };
    }

    private List<RankedLetter> byScore(Query ranking, Predicate<RankedLetter> filter, int count) {
        long issues = result.hits().total().issues();
        for (long look = Math.max(FIRST_LOOK, 3L * count); ; look *= 8) {
            int size = (int) Math.min(Math.max(1, issues), look);
            var docs = top(ranking, size);
            var best = new PriorityQueue<RankedLetter>(order.reversed());
            group(docs).stream().filter(filter).forEach(letter -> keep(best, letter, count));
            var letters = sorted(best);
            if (docs.length < size || size == issues || isFinal(letters, docs, count)) {
                return letters;
            }
        }
    }

    /** Returns the highest-scoring issues. */
    ScoreDoc[] top(Query query, int size) {
        return view.search(query, size);
    }

    /** Whether issues beyond those examined cannot change the first determinations. */
    private static boolean isFinal(List<RankedLetter> letters, ScoreDoc[] docs, int count) {
        return letters.size() >= count && letters.get(count - 1).key() > docs[docs.length - 1].score;
    }

    // In document order, so that columns are read forward; a determination gets the score of its best issue.
    private Collection<RankedLetter> group(ScoreDoc[] docs) {
        var hits = docs.clone();
        Arrays.sort(hits, Comparator.comparingInt(hit -> hit.doc));
        var letters = new HashMap<Integer, RankedLetter>();
        for (var hit : hits) {
            int segment = ReaderUtil.subIndex(hit.doc, view.leaves());
            int base = view.leaves().get(segment).docBase;
            int letter = view.segments().get(segment).letterOf(hit.doc - base);
            var known = letters.get(base + letter);
            if (known == null || known.key() < hit.score) {
                letters.put(base + letter, ranked(segment, letter, hit.score));
            }
        }
        return letters.values();
    }

    private long decided(int segment, int letter) {
        return value(segment, IndexField.DECIDED, letter).orElse(Long.MIN_VALUE);
    }

    /** Doc values only move forward; a column that is already past the determination is reopened. */
    private OptionalLong value(int segment, IndexField field, int letter) {
        try {
            var known = columns.computeIfAbsent(
                    field, f -> new NumericDocValues[view.segments().size()]);
            var column = known[segment];
            if (column == null || column.docID() > letter) {
                column = DocValues.getNumeric(view.leaves().get(segment).reader(), field.key());
                known[segment] = column;
            }
            return column.advanceExact(letter) ? OptionalLong.of(column.longValue()) : OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // as bytes, which sort in the same order as in the segments
    private BytesRef text(RankedLetter letter, IndexField field) {
        return text(letter.segment(), letter.doc(), field);
    }

    private BytesRef text(int segment, int letter, IndexField field) {
        return texts.computeIfAbsent(field, f -> new HashMap<>())
                .computeIfAbsent((long) segment << Integer.SIZE | letter, l -> read(segment, letter, field));
    }

    private BytesRef read(int segment, int letter, IndexField field) {
        try {
            var column = DocValues.getSorted(view.leaves().get(segment).reader(), field.key());
            return column.advanceExact(letter)
                    ? BytesRef.deepCopyOf(column.lookupOrd(column.ordValue()))
                    : new BytesRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
