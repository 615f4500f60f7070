package org.precedent.lucene.facet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.precedent.lucene.schema.FacetGroup;
import org.precedent.lucene.snapshot.FacetColumn;
import org.precedent.lucene.snapshot.GroupColumn;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetTree;

/**
 * Global ordinals of a group of facets: a slot for each value in any segment of a snapshot, so that segment counts can be summed by number
 * instead of looked up by name in every search. Immutable.
 */
final class GlobalOrdinals {
    private final FacetGroup group;
    private final List<FacetTree> trees = new ArrayList<>();

    /** The first slot of each facet of the group, then the number of slots. */
    private final int[] starts;

    private final List<CodeSlots> slots = new ArrayList<>();

    private GlobalOrdinals(FacetGroup group, List<GroupColumn> segments) {
        this.group = group;
        this.starts = new int[group.facets().size() + 1];
        var numbers = new ArrayList<GlobalValues>();
        for (int f = 0; f < group.facets().size(); f++) {
            int facet = f;
            var columns = segments.stream().map(s -> s.facets().get(facet)).toList();
            var values = new GlobalValues(columns);
            numbers.add(values);
            starts[f + 1] = starts[f] + values.values().size();
            trees.add(tree(columns, values));
        }
        for (int s = 0; s < segments.size(); s++) {
            slots.add(new CodeSlots(
                    slots(segments.get(s), s, numbers),
                    segments.get(s).codes().histogram(segments.get(s).size()),
                    starts[starts.length - 1]));
        }
    }

    private static FacetTree tree(List<FacetColumn> segments, GlobalValues values) {
        var paths = new String[values.values().size()][];
        for (int s = 0; s < segments.size(); s++) {
            var numbers = values.numbers(s);
            for (int v = 0; v < numbers.length; v++) {
                if (paths[numbers[v]] == null) {
                    paths[numbers[v]] = segments.get(s).path(v).toArray(String[]::new);
                }
            }
        }
        return FacetTree.of(Arrays.stream(paths).map(List::of).toList());
    }

    private int[][] slots(GroupColumn column, int segment, List<GlobalValues> numbers) {
        var ofCode = new int[column.size()][];
        for (int code = 0; code < ofCode.length; code++) {
            int count = 0;
            for (var facet : column.facets()) {
                count += facet.valuesOfCode(code).length;
            }
            var all = new int[count];
            int at = 0;
            for (int f = 0; f < starts.length - 1; f++) {
                var global = numbers.get(f).numbers(segment);
                for (int value : column.facets().get(f).valuesOfCode(code)) {
                    all[at++] = starts[f] + global[value];
                }
            }
            ofCode[code] = all;
        }
        return ofCode;
    }

    /** Returns the ordinals of a snapshot, computed on first use. */
    static GlobalOrdinals of(IndexSnapshot snapshot, FacetGroup group) {
        return snapshot.computeOnce(
                "global ordinals of " + group,
                () -> new GlobalOrdinals(
                        group,
                        IntStream.range(0, snapshot.segments().size())
                                .mapToObj(s -> snapshot.group(s, group))
                                .toList()));
    }

    /** The number of slots. */
    int size() {
        return starts[starts.length - 1];
    }

    /** The slots of the values that the codes of a segment stand for. */
    CodeSlots slots(int segment) {
        return slots.get(segment);
    }

    /**
     * The counts of a facet in tree order.
     *
     * @param sums by slot, as counted by {@link GroupCounter}
     */
    List<FacetCount> inTreeOrder(Facet facet, long... sums) {
        int at = group.facets().indexOf(facet);
        var issues = new long[starts[at + 1] - starts[at]];
        var letters = new long[issues.length];
        for (int i = 0; i < issues.length; i++) {
            long sum = sums[starts[at] + i];
            issues[i] = sum >>> Integer.SIZE;
            letters[i] = sum & 0xffff_ffffL;
        }
        return trees.get(at).inOrder(issues, letters);
    }
}
