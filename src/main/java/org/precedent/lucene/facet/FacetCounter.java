package org.precedent.lucene.facet;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.precedent.lucene.facet.ResultSet.Base;
import org.precedent.lucene.schema.FacetGroup;
import org.precedent.lucene.snapshot.IssueSet;
import org.precedent.lucene.snapshot.SearchDeadline;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.FacetTree;
import org.precedent.search.facet.Total;

/**
 * Counts facet values among the issues of a result, as issues and as determinations, in tree order.
 */
public final class FacetCounter {
    private final FacetPaths paths;
    private final SearchDeadline deadline;

    public FacetCounter(FacetPaths paths) {
        this(paths, SearchDeadline.after(SearchDeadline.LIMIT));
    }

    /** Creates a counter for a search with a deadline. */
    public FacetCounter(FacetPaths paths, SearchDeadline deadline) {
        this.paths = paths;
        this.deadline = deadline;
    }

    /** Counts facets, each among the issues its counts refer to. */
    public Map<Facet, List<FacetCount>> count(List<Facet> wanted, ResultSet result) {
        var counts = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        var facets = new IdentityHashMap<Base, List<Facet>>();
        for (var facet : wanted) {
            facets.computeIfAbsent(result.baseFor(facet), b -> new ArrayList<>())
                    .add(facet);
        }
        facets.forEach((base, some) -> counts.putAll(count(some, base)));
        return counts;
    }

    /** Counts facets among the same issues. */
    public Map<Facet, List<FacetCount>> count(List<Facet> facets, Base base) {
        return switch (base) {
            case Base.Issues issues -> count(facets, issues.hits());
            case Base.Letters letters ->
                facets.stream()
                        .collect(Collectors.toMap(
                                f -> f, f -> FacetTree.inOrder(summed(f, LetterScopeCounter.count(f, letters)))));
        };
    }

    private Map<Facet, List<FacetCount>> count(List<Facet> facets, IssueSet hits) {
        var view = hits.snapshot();
        return hits.isEveryIssue()
                ? view.computeOnce("counts of all " + facets, () -> counted(facets, hits))
                : counted(facets, hits);
    }

    private Map<Facet, List<FacetCount>> counted(List<Facet> facets, IssueSet hits) {
        var sums = new EnumMap<FacetGroup, long[]>(FacetGroup.class);
        for (var facet : facets) {
            sums.computeIfAbsent(
                    FacetGroup.of(facet),
                    group -> new long[GlobalOrdinals.of(hits.snapshot(), group).size()]);
        }
        for (int segment = 0; segment < hits.bits().size(); segment++) {
            count(segment, hits, sums);
        }
        var counts = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        for (var facet : facets) {
            var group = FacetGroup.of(facet);
            counts.put(
                    facet,
                    GlobalOrdinals.of(hits.snapshot(), group).inTreeOrder(facet, requireNonNull(sums.get(group))));
        }
        return counts;
    }

    private void count(int segment, IssueSet hits, Map<FacetGroup, long[]> sums) {
        deadline.check();
        var bits = hits.bits().get(segment);
        int size = bits.cardinality();
        if (size == 0) {
            return;
        }
        var columns = hits.snapshot().segments().get(segment);
        var counters = new ArrayList<GroupCounter>();
        sums.forEach((group, into) -> counters.add(new GroupCounter(
                group,
                hits.snapshot().group(segment, group).codes(),
                GlobalOrdinals.of(hits.snapshot(), group).slots(segment),
                size,
                into)));
        var batches = new HitBatches(bits, size, columns.letters());
        while (batches.advance()) {
            deadline.check();
            counters.forEach(counter -> counter.count(batches));
        }
        counters.forEach(GroupCounter::finish);
    }

    private Map<String, FacetCount> summed(Facet facet, Map<String, long[]> counts) {
        var sums = new HashMap<String, FacetCount>();
        counts.forEach((value, count) ->
                sums.put(value, new FacetCount(value, paths.path(facet, value), new Total(count[0], count[1]))));
        return sums;
    }
}
