package org.precedent.lucene.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.precedent.determination.Finding;
import org.precedent.lucene.facet.FacetCounter;
import org.precedent.lucene.facet.ResultSet;
import org.precedent.lucene.facet.ResultSet.Base;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.BlockBits;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.lucene.store.StoredCardReader;
import org.precedent.search.Overview;
import org.precedent.search.SearchPage;
import org.precedent.search.Sort;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;

/**
 * Computes the totals of a whole snapshot.
 */
public final class OverviewBuilder {
    private static final int LATEST = 10;
    private static final String KEY = "overview";

    private final IndexSchema schema;
    private final IndexSnapshot view;
    private long fictional;
    private long firstDay = Long.MAX_VALUE;
    private long lastDay = Long.MIN_VALUE;
    private long changed = Long.MIN_VALUE;

    public OverviewBuilder(IndexSchema schema, IndexSnapshot view) {
        this.schema = schema;
        this.view = view;
    }

    /** Returns the totals, computed once per snapshot. */
    public Overview build() {
        return view.computeOnce(KEY, this::assemble);
    }

    private Overview assemble() {
        IntStream.range(0, view.segments().size()).forEach(this::addSegment);
        return new Overview(
                view.issues().total(),
                new DateRange(day(firstDay), day(lastDay)),
                facets(),
                changed == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(changed)),
                fictional,
                latest(),
                findings());
    }

    private Map<Finding.Kind, Long> findings() {
        var findings = new EnumMap<Finding.Kind, Long>(Finding.Kind.class);
        try {
            for (var kind : Finding.Kind.values()) {
                long count = 0;
                for (var leaf : view.leaves()) {
                    count += live(leaf.reader(), new Term(IndexField.FINDING.key(), kind.label()));
                }
                if (count > 0) {
                    findings.put(kind, count);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }

    private static long live(LeafReader reader, Term term) throws IOException {
        var having = reader.postings(term, PostingsEnum.NONE);
        var live = reader.getLiveDocs();
        long count = 0;
        if (having != null) {
            for (int doc = having.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = having.nextDoc()) {
                count += live == null || live.get(doc) ? 1 : 0;
            }
        }
        return count;
    }

    private static Optional<LocalDate> day(long day) {
        return day == Long.MAX_VALUE || day == Long.MIN_VALUE
                ? Optional.empty()
                : Optional.of(LocalDate.ofEpochDay(day));
    }

    private void addSegment(int segment) {
        var reader = view.leaves().get(segment).reader();
        var live = reader.getLiveDocs();
        try {
            var days = DocValues.getNumeric(reader, IndexField.DECIDED.key());
            var times = DocValues.getNumeric(reader, IndexField.LAST_CHANGED.key());
            var invented = DocValues.getNumeric(reader, IndexField.FICTIONAL.key());
            var letters = view.segments().get(segment).letters();
            for (int doc = BlockBits.next(letters, 0); doc != BlockBits.NONE; doc = BlockBits.next(letters, doc + 1)) {
                if (live == null || live.get(doc)) {
                    if (days.advanceExact(doc)) {
                        firstDay = Math.min(firstDay, days.longValue());
                        lastDay = Math.max(lastDay, days.longValue());
                    }
                    changed = times.advanceExact(doc) ? Math.max(changed, times.longValue()) : changed;
                    fictional += invented.advanceExact(doc) ? invented.longValue() : 0;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Facet, List<FacetCount>> facets() {
        return new FacetCounter(schema.paths()).count(Facet.counted(Set.of()), new Base.Issues(view.issues()));
    }

    private List<Overview.Latest> latest() {
        var everything = new ResultSet(
                view.issues(), new Base.Issues(view.issues()), Map.of(), SearchPage.Words.NONE, Optional.empty());
        var cards = new StoredCardReader(view.reader());
        return new LetterOrder(view, everything, Sort.ADDED)
                .top(LATEST).stream().map(letter -> latest(letter, cards)).toList();
    }

    private Overview.Latest latest(RankedLetter at, StoredCardReader cards) {
        var kept = cards.cards(at.segment(), at.doc());
        var letter = kept.letter();
        return new Overview.Latest(
                letter.facts().id(),
                kept.issue(0).request(),
                letter.facts().decided(),
                letter.ingested().firstSeen());
    }
}
