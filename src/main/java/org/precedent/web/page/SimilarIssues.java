package org.precedent.web.page;

import java.util.List;
import org.precedent.determination.Determination;
import org.precedent.search.SimilarIssue;
import org.precedent.web.page.LetterView.SimilarView;

/**
 * Finds disputes like those of a letter.
 */
final class SimilarIssues {
    private static final int SHOWN = 4;
    /** Letters with more issues than this show none for the later ones: each costs a search. */
    private static final int ISSUES = 5;

    private final Desk desk;
    private final Determination letter;

    SimilarIssues(Desk desk, Determination letter) {
        this.desk = desk;
        this.letter = letter;
    }

    List<SimilarView> of(int number) {
        if (number > ISSUES) {
            return List.of();
        }
        return desk.ask(() -> desk.engine().similar(letter.id(), number, SHOWN)).stream()
                .map(s -> view(number, s))
                .toList();
    }

    private SimilarView view(int number, SimilarIssue similar) {
        var own = letter.issues().get(number - 1).decision().value();
        return new SimilarView(
                similar.id(),
                Address.issuePath(similar.id(), similar.number()),
                similar.request(),
                DecisionView.of(similar.decision()),
                similar.decision() != own,
                similar.decided().map(DateView::of),
                String.join(", ", similar.shared()),
                "/compare?" + Address.compared(letter.id(), number) + "&"
                        + Address.compared(similar.id(), similar.number()));
    }
}
