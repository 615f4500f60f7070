package org.precedent.lucene.query;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.precedent.lucene.facet.ResultSet;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.search.Grouping;
import org.precedent.search.PageRequest;
import org.precedent.search.Search;

/**
 * Puts a result in order and cuts it into entries: determinations with their best matching issues, or single issues.
 */
public final class PageEntries {
    private final IndexSnapshot view;
    private final ResultSet result;
    private final Search search;
    private final LetterOrder order;
    private final IssueOrder issues;

    /**
     * An entry of a result.
     *
     * @param letter the determination
     * @param docs issues to show, in order
     * @param folded how many more of its issues match
     */
    public record Entry(RankedLetter letter, List<Integer> docs, int folded) {
        public Entry {
            docs = List.copyOf(docs);
        }
    }

    public PageEntries(IndexSnapshot view, ResultSet result, Search search) {
        this.view = view;
        this.result = result;
        this.search = search;
        this.order = new LetterOrder(view, result, search.sort());
        this.issues = new IssueOrder(view, result.hits());
    }

    /** The entries of the requested page. */
    public List<Entry> page() {
        var paging = search.paging();
        int end = paging.skipped() + paging.size();
        return switch (paging.grouping()) {
            case DETERMINATION -> determinations(paging, end);
            case ISSUE -> {
                var ranked = new RankedIssues(view, result, search.sort());
                yield cut(paging.after().map(id -> ranked.behind(id, end)).orElseGet(() -> ranked.first(end)), paging);
            }
        };
    }

    private List<Entry> determinations(PageRequest paging, int end) {
        var letters = cut(paging.after().map(id -> order.behind(id, end)).orElseGet(() -> order.first(end)), paging);
        var shown = issues.order(letters, search.sort(), result.ranking());
        return letters.stream()
                .map(letter -> Objects.requireNonNull(shown.get(letter)))
                .toList();
    }

    private static <T> List<T> cut(List<T> entries, PageRequest paging) {
        return entries.subList(Math.min(paging.skipped(), entries.size()), entries.size());
    }

    /** Every entry in order, none with folded issues. */
    public void forEach(Consumer<Entry> each) {
        if (search.paging().grouping() == Grouping.ISSUE) {
            new RankedIssues(view, result, search.sort())
                    .first(Integer.MAX_VALUE)
                    .forEach(each);
        } else {
            order.first(Integer.MAX_VALUE)
                    .forEach(letter -> each.accept(new Entry(letter, issues.numbered(letter), 0)));
        }
    }
}
