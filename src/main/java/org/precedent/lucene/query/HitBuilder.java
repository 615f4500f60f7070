package org.precedent.lucene.query;

import java.util.Optional;
import org.precedent.highlight.Highlighter;
import org.precedent.highlight.SnippetBuilder;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.schema.StockSentences;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.lucene.store.StoredCardGroup;
import org.precedent.lucene.store.StoredCardReader;
import org.precedent.lucene.store.StoredIssueCard;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;
import org.precedent.search.Snippet;
import org.precedent.search.query.TextField;

/**
 * Builds a result entry: fetches the matching issues of a determination with highlighted requests and snippets.
 */
public final class HitBuilder {
    private final IndexSnapshot view;
    private final StoredCardReader cards;
    private final SnippetBuilder snippets;
    private final ConditionMatcher conditions;

    public HitBuilder(IndexSchema schema, IndexSnapshot view, Highlighter marker, ConditionMatcher conditions) {
        this.view = view;
        this.cards = new StoredCardReader(view.reader());
        var known = view.computeOnce(StockSentences.class.getSimpleName(), StockSentences.Known::new);
        this.snippets =
                new SnippetBuilder(schema.analysis(), marker, new StockSentences(view.reader(), known)::isStock);
        this.conditions = conditions;
    }

    /**
     * Builds an entry of the results list.
     */
    public LetterHit build(PageEntries.Entry entry) {
        var letter = entry.letter();
        var kept = cards.cards(letter.segment(), letter.doc());
        int first = view.segments().get(letter.segment()).firstOf(letter.doc());
        var issues = entry.docs().stream()
                .map(doc -> issue(kept.issue(doc - first), letter.segment(), doc))
                .toList();
        var summary = issues.stream().allMatch(Issue::showsMatch) ? Optional.<Snippet>empty() : summary(kept);
        return kept.letter().hit(issues.stream().map(Issue::hit).toList(), entry.folded(), summary);
    }

    /** An issue, and whether its own texts contain words of the query. */
    private record Issue(IssueHit hit, boolean showsMatch) {}

    // only if nothing else shows why the determination matched
    private Optional<Snippet> summary(StoredCardGroup kept) {
        return snippets.searchesIn(TextField.SUMMARY)
                ? kept.summary().flatMap(s -> snippets.passage(TextField.SUMMARY, s))
                : Optional.empty();
    }

    private Issue issue(StoredIssueCard card, int segment, int doc) {
        var own = snippets.forIssue(part -> conditions.matches(part, segment, doc));
        var request = own.markWhole(TextField.REQUEST, card.request());
        var reasons = own.snippets(card.rationale().orElse(""));
        var hit = new IssueHit(
                card.number(),
                request.snippets().getFirst(),
                card.decision(),
                card.labels(),
                card.guidelines(),
                card.reasons(),
                reasons.snippets());
        return new Issue(hit, request.matchedQueryWords() || reasons.matchedQueryWords());
    }
}
