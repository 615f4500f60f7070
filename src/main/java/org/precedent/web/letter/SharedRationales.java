package org.precedent.web.letter;

import java.util.List;
import java.util.Optional;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.search.SharedRationale;
import org.precedent.search.query.Query;
import org.precedent.web.search.SearchGateway;

/**
 * Finds rationales that a determination shares with another determination, and the issue of the other determination they appear in.
 */
final class SharedRationales {
    private final SearchGateway gateway;
    private final Determination letter;
    private final List<SharedRationale> shared;

    private SharedRationales(SearchGateway gateway, Determination letter, List<SharedRationale> shared) {
        this.gateway = gateway;
        this.letter = letter;
        this.shared = shared;
    }

    /**
     * An issue of another determination.
     *
     * @param issue number of the issue
     * @param label determination and issue, for display
     * @param rationale text of the rationale
     */
    record Place(int issue, String label, String rationale) {}

    /** Finds the shared rationales of a determination. */
    static SharedRationales find(SearchGateway gateway, Determination letter) {
        return new SharedRationales(
                gateway, letter, gateway.run(() -> gateway.engine().findSharedRationales(letter)));
    }

    /** The shared rationale of an issue; empty if no other determination has it. */
    Optional<SharedRationale> forIssue(Issue issue) {
        return shared.stream().filter(s -> s.issue() == issue.number()).findFirst();
    }

    /** The issue of the other determination that contains the first shared sentence; empty if the sentence is worded differently there. */
    Optional<Place> other(SharedRationale both) {
        var first = letter.issues().stream()
                .filter(i -> i.number() == both.issue())
                .flatMap(i -> i.rationale().stream())
                .map(r -> both.sentences().getFirst().slice(r.value()))
                .findFirst();
        return gateway.engine().findLetter(both.other(), new Query.Everything()).stream()
                .flatMap(stored -> stored.determination().issues().stream())
                .filter(i -> i.rationale()
                        .map(Located::value)
                        .filter(r -> first.filter(r::contains).isPresent())
                        .isPresent())
                .map(i -> new Place(
                        i.number(),
                        both.other() + ", issue " + i.number(),
                        i.rationale().map(Located::value).orElse("")))
                .findFirst();
    }
}
