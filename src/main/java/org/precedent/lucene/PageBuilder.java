package org.precedent.lucene;

import java.util.List;
import java.util.Optional;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;
import org.precedent.search.Snippet;
import org.precedent.search.TextField;

/**
 * Fetches what a result shows of a letter: its matching issues with marked requests and passages.
 */
final class PageBuilder {
    private final IndexView view;
    private final StoredCards cards;
    private final Snippets snippets;
    private final Alternatives alternatives;

    PageBuilder(IndexSchema schema, IndexView view, Marker marker) {
        this.view = view;
        this.cards = new StoredCards(view.reader());
        this.snippets = new Snippets(schema, marker, new StockSentences(view.reader()));
        this.alternatives = new Alternatives(schema, view);
    }

    /**
     * A letter as a result shows it.
     *
     * @param docs its matching issues, in the order to be shown
     */
    LetterHit letter(RankedLetter letter, List<Integer> docs) {
        var kept = cards.of(letter.segment(), letter.doc());
        int first = view.segments().get(letter.segment()).firstOf(letter.doc());
        var issues = docs.stream()
                .map(doc -> issue(kept.issue(doc - first), letter.segment(), doc))
                .toList();
        var summary = issues.stream().allMatch(Issue::tellsWhy) ? Optional.<Snippet>empty() : summary(kept);
        return kept.letter().hit(issues.stream().map(Issue::hit).toList(), summary);
    }

    /** An issue, and whether its own texts show words that were asked for. */
    private record Issue(IssueHit hit, boolean tellsWhy) {}

    // Where nothing else tells why the letter was found.
    private Optional<Snippet> summary(LetterCards kept) {
        return snippets.askFor(TextField.SUMMARY)
                ? kept.summary().flatMap(s -> snippets.passage(TextField.SUMMARY, s))
                : Optional.empty();
    }

    private Issue issue(IssueCard card, int segment, int doc) {
        var own = snippets.where(part -> alternatives.hold(part, segment, doc));
        var request = own.whole(TextField.REQUEST, card.request());
        var reasons = own.of(card.rationale().orElse(""));
        var hit = new IssueHit(
                card.number(),
                request.snippets().getFirst(),
                card.decision(),
                card.modalities(),
                card.regions(),
                card.laterality(),
                card.treatment(),
                card.guidelines(),
                reasons.snippets());
        return new Issue(hit, request.asked() || reasons.asked());
    }
}
