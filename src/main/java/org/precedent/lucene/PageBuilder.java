package org.precedent.lucene;

import java.util.ArrayList;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;
import org.precedent.search.TextField;

/**
 * Fetches what a result shows of a letter: its matching issues with marked requests and passages.
 */
final class PageBuilder {
    private final IndexView view;
    private final Hits hits;
    private final StoredCards cards;
    private final Snippets snippets;

    PageBuilder(IndexView view, Hits hits, Snippets snippets) {
        this.view = view;
        this.hits = hits;
        this.cards = new StoredCards(view.reader());
        this.snippets = snippets;
    }

    LetterHit letter(RankedLetter letter) {
        var bits = hits.bits().get(letter.segment());
        int first = view.segments().get(letter.segment()).firstOf(letter.doc());
        var issues = new ArrayList<IssueHit>();
        for (int doc = Blocks.next(bits, first); doc < letter.doc(); doc = Blocks.next(bits, doc + 1)) {
            issues.add(issue(cards.issue(letter.segment(), doc)));
        }
        return cards.letter(letter.segment(), letter.doc()).hit(issues);
    }

    private IssueHit issue(IssueCard card) {
        return new IssueHit(
                card.number(),
                snippets.whole(TextField.REQUEST, card.request()),
                card.decision(),
                card.modalities(),
                card.regions(),
                card.laterality(),
                card.treatment(),
                card.guidelines(),
                card.rationale().map(snippets::of).orElseGet(java.util.List::of));
    }
}
