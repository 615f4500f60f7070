package org.precedent.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.precedent.opensearch.HitReader.Entry;
import org.precedent.opensearch.ResultCursor.RankedIssue;
import org.precedent.search.Grouping;
import org.precedent.search.LetterHit;
import org.precedent.search.Search;
import org.precedent.text.TextAnalysis;

/**
 * Exports a result in batches. If the state it reads is lost with a node, it continues on a new state after the last determination
 * delivered.
 */
final class ResultExport {
    private static final int PART = 200;
    private static final int LIGHT_PART = 5_000;

    private final TextAnalysis analysis;
    private final Search search;
    private final Consumer<LetterHit> each;
    private @Nullable String last;
    private int given;

    ResultExport(TextAnalysis analysis, Search search, Consumer<LetterHit> each) {
        this.analysis = analysis;
        this.search = search;
        this.each = each;
    }

    /** Delivers everything not yet delivered. */
    void run(IndexState state) {
        var plan = new SearchPlan(analysis, state, search);
        var cursor = new ResultCursor(state, plan, search);
        var reader = new HitReader(analysis, state, search);
        if (search.paging().grouping() == Grouping.ISSUE) {
            issues(cursor.issues(i -> true, Integer.MAX_VALUE, LIGHT_PART), state, reader);
        } else {
            determinations(cursor, reader);
        }
    }

    private void determinations(ResultCursor cursor, HitReader reader) {
        if (last != null) {
            cursor.after(last);
        }
        for (var part = cursor.next(PART, true); !part.isEmpty(); part = cursor.next(PART, true)) {
            var entries = new ArrayList<Entry>();
            part.forEach(found -> entries.add(new Entry(found, found.byNumber(), 0)));
            for (var hit : reader.read(entries)) {
                each.accept(hit);
                last = hit.id();
            }
        }
    }

    private void issues(List<RankedIssue> issues, IndexState state, HitReader reader) {
        while (given < issues.size()) {
            var part = issues.subList(given, Math.min(issues.size(), given + PART));
            for (var hit : reader.read(OpenSearchEngine.withTexts(state, part))) {
                each.accept(hit);
                given++;
            }
        }
    }
}
