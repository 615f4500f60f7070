package org.precedent.lucene.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.precedent.search.facet.Total;

/**
 * An immutable set of issues of one snapshot: one bit per document, segment by segment. Thread-safe.
 */
public final class IssueSet {
    private final IndexSnapshot view;
    private final List<FixedBitSet> bits;
    private @Nullable Total total;

    /**
     * Creates a set.
     *
     * @param view the snapshot that contains the issues
     * @param bits one bit set per segment
     */
    IssueSet(IndexSnapshot view, List<FixedBitSet> bits) {
        this.view = view;
        this.bits = List.copyOf(bits);
    }

    public IndexSnapshot snapshot() {
        return view;
    }

    public List<FixedBitSet> bits() {
        return bits;
    }

    public IssueSet and(IssueSet other) {
        var copy = copy();
        for (int i = 0; i < bits.size(); i++) {
            copy.bits.get(i).and(other.bits.get(i));
        }
        return copy;
    }

    public IssueSet or(IssueSet other) {
        var copy = copy();
        for (int i = 0; i < bits.size(); i++) {
            copy.bits.get(i).or(other.bits.get(i));
        }
        return copy;
    }

    public IssueSet andNot(IssueSet other) {
        var copy = copy();
        for (int i = 0; i < bits.size(); i++) {
            copy.bits.get(i).andNot(other.bits.get(i));
        }
        return copy;
    }

    /** Returns a form that takes less memory if the set is small, for caching. */
    Compact compact() {
        return new Compact(
                view,
                bits.stream().map(DocSet::of).toList(),
                bits.stream().map(FixedBitSet::length).toList());
    }

    /**
     * A set of issues as stored in a cache.
     *
     * @param documents one set per segment
     * @param sizes number of documents of each segment
     */
    record Compact(IndexSnapshot view, List<DocSet> documents, List<Integer> sizes) {
        IssueSet expand() {
            var bits = new ArrayList<FixedBitSet>();
            for (int i = 0; i < documents.size(); i++) {
                bits.add(documents.get(i).bits(sizes.get(i)));
            }
            return new IssueSet(view, bits);
        }

        long bytes() {
            return documents.stream().mapToLong(DocSet::bytes).sum();
        }
    }

    IssueSet copy() {
        return new IssueSet(view, bits.stream().map(FixedBitSet::clone).toList());
    }

    /** All issues of the determinations that have an issue in this set. */
    public IssueSet wholeLetters() {
        var whole = new ArrayList<FixedBitSet>();
        for (int i = 0; i < bits.size(); i++) {
            var letters = view.segments().get(i).letters();
            var issues = BlockBits.issuesOf(BlockBits.lettersWith(bits.get(i), letters), letters);
            issues.and(view.issues().bits.get(i));
            whole.add(issues);
        }
        return new IssueSet(view, whole);
    }

    /** The number of issues and determinations, computed on first use; concurrent first calls may each compute it. */
    public Total total() {
        var known = total;
        if (known == null) {
            known = counted();
            total = known;
        }
        return known;
    }

    private Total counted() {
        long issues = 0;
        long letters = 0;
        for (int i = 0; i < bits.size(); i++) {
            issues += bits.get(i).cardinality();
            letters +=
                    BlockBits.countLetters(bits.get(i), view.segments().get(i).letters());
        }
        return new Total(issues, letters);
    }

    /** Whether this is the snapshot's own set of all issues (by identity), for which results are cached. */
    @SuppressWarnings("ReferenceEquality")
    public boolean isEveryIssue() {
        return this == view.issues();
    }

    boolean isEmpty() {
        return bits.stream().allMatch(FixedBitSet::scanIsEmpty);
    }
}
