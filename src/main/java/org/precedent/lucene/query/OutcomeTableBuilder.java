package org.precedent.lucene.query;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.precedent.lucene.facet.CrossCounter;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.lucene.snapshot.SearchDeadline;
import org.precedent.search.OutcomeSearches;
import org.precedent.search.OutcomeTable;
import org.precedent.search.Search;
import org.precedent.search.facet.Dimension;

/**
 * Tabulates the outcomes of a search.
 */
public final class OutcomeTableBuilder {
    private final IndexSchema schema;
    private final IndexSnapshot view;

    public OutcomeTableBuilder(IndexSchema schema, IndexSnapshot view) {
        this.schema = schema;
        this.view = view;
    }

    public OutcomeTable build(Search search, List<Dimension> by) {
        if (by.size() > OutcomeTable.MAX_DIMENSIONS) {
            throw new IllegalArgumentException(by + ": expected at most two dimensions");
        }
        var whole = OutcomeSearches.baseSearch(search);
        return view.queryCache().outcomes(whole, by, () -> count(whole, by));
    }

    private OutcomeTable count(Search whole, List<Dimension> by) {
        var deadline = SearchDeadline.after(SearchDeadline.LIMIT);
        var all = new SearchExecutor(schema, view, whole, deadline).run();
        var shown = all.words().shown();
        var among = OutcomeSearches.tableSearch(whole, by, shown);
        var hits = among.equals(whole)
                ? all.hits()
                : new SearchExecutor(schema, view, among, deadline).run().hits();
        Map<Dimension, Set<String>> rows = new EnumMap<>(Dimension.class);
        by.forEach(d -> rows.put(d, OutcomeSearches.selectedValues(whole, d, shown)));
        var group = OutcomeSearches.itemGroup(whole, by, shown);
        var counter = new CrossCounter(
                by,
                (d, value) ->
                        OutcomeSearches.includesValue(schema.paths(), d, value, rows.getOrDefault(d, Set.of()), group),
                deadline);
        var cells = by.isEmpty() ? new CrossCounter.Cells(List.of(), List.of()) : counter.count(hits);
        return new OutcomeTable(by, CrossCounter.total(all.hits()), cells.cells(), cells.omitted(), all.words());
    }
}
