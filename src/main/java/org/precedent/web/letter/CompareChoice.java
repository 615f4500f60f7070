package org.precedent.web.letter;

import java.util.List;
import java.util.Optional;
import org.precedent.search.IssueHit;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageLink;

/**
 * View of {@code pages/compare-choice}: shown where fewer than two or more than four issues were selected for a comparison.
 *
 * @param sentence how many are selected and how many can be compared
 * @param choices the selected issues that are in the index
 * @param enough whether a comparison can be made from them
 * @param back the page the reader came from; empty where it is unknown
 */
public record CompareChoice(String sentence, List<Choice> choices, boolean enough, Optional<PageLink> back) {
    private static final int MOST = 4;

    public CompareChoice {
        choices = List.copyOf(choices);
    }

    /**
     * A selected issue.
     *
     * @param key names it to the comparison
     * @param name the determination with the issue's number
     * @param href the issue
     * @param request the disputed item
     * @param decision its badge
     * @param chosen whether it is ticked at first
     */
    public record Choice(String key, String name, String href, String request, DecisionView decision, boolean chosen) {}

    static CompareChoice of(List<CompareView.Compared> selected, int count, Optional<PageLink> back) {
        var choices = selected.stream()
                .map(c -> choice(c, selected.indexOf(c) < MOST))
                .toList();
        return new CompareChoice(sentence(count), choices, choices.size() > 1, back);
    }

    private static Choice choice(CompareView.Compared compared, boolean chosen) {
        var id = compared.letter().id();
        int number = compared.issue().number();
        return new Choice(
                id + ":" + number,
                LetterViewBuilder.name(compared.letter()) + ", issue " + number,
                PageAddress.issuePath(id, number),
                IssueHit.title(compared.issue().request().value()),
                DecisionView.of(compared.issue().decision().value()),
                chosen);
    }

    private static String sentence(int count) {
        return switch (count) {
            case 0 -> "You haven’t selected any. Tick two to four issues in your results, then compare them.";
            case 1 -> "You’ve selected one. Tick at least one more in your results, then compare them.";
            default -> "You’ve selected " + count + ". Up to four fit side by side: keep the ones you want.";
        };
    }
}
