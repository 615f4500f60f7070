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
    private final StoredCards cards;
    private final Snippets snippets;
    private final Alternatives alternatives;

    PageBuilder(IndexSchema schema, IndexView view, Marker marker) {
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
        var issues = docs.stream().map(doc -> issue(letter.segment(), doc)).toList();
        var summary = issues.stream().allMatch(Issue::tellsWhy) ? Optional.<Snippet>empty() : summary(letter);
        return cards.letter(letter.segment(), letter.doc())
                .hit(issues.stream().map(Issue::hit).toList(), summary);
    }

    /** An issue, and whether its own texts show words that were asked for. */
    private record Issue(IssueHit hit, boolean tellsWhy) {}

    // Reading the whole letter is dear; it is done where nothing else tells why the letter was found.
    private Optional<Snippet> summary(RankedLetter letter) {
        return snippets.askFor(TextField.SUMMARY)
                ? cards.whole(letter.segment(), letter.doc())
                        .narrative()
                        .clinicalSummary()
                        .flatMap(s -> snippets.passage(TextField.SUMMARY, s.value()))
                : Optional.empty();
    }

    private Issue issue(int segment, int doc) {
        var card = cards.issue(segment, doc);
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
