package org.precedent.web.saved;

import java.util.List;
import org.precedent.web.view.DecisionView;

/**
 * View of one saved search.
 *
 * @param id of the saved search
 * @param name given by its owner
 * @param note given by its owner; may be empty
 * @param search in words what it looks for
 * @param searchHref the search itself
 * @param total what it finds, printed
 * @param fresh how many letters are new, printed
 * @param changed how many letters changed, printed
 * @param any whether anything is new or changed
 * @param since since when is counted, for people: {@code since you last opened it on May 1, 2024}
 * @param sinceHref this page counted from the same instant, to come back to
 * @param otherSince another count to offer: words and path; empty list for none
 * @param created when it was saved, for people
 * @param mine whether the reader may rename and delete it
 * @param letters the letters added last
 */
public record SavedLinkView(
        String id,
        String name,
        String note,
        String search,
        String searchHref,
        String total,
        String fresh,
        String changed,
        boolean any,
        String since,
        String sinceHref,
        List<Other> otherSince,
        String created,
        boolean mine,
        List<Letter> letters) {
    public SavedLinkView {
        otherSince = List.copyOf(otherSince);
        letters = List.copyOf(letters);
    }

    /**
     * Another count to offer.
     *
     * @param label words
     * @param href path
     */
    public record Other(String label, String href) {}

    /**
     * A letter.
     *
     * @param title case number or id
     * @param href its page
     * @param decided for people; {@code date not stated} where it is not
     * @param added when it came in, for people
     * @param status {@code New}, {@code Changed} or empty
     * @param issues the matching issues
     */
    public record Letter(
            String title, String href, String decided, String added, String status, List<IssueLine> issues) {
        public Letter {
            issues = List.copyOf(issues);
        }
    }

    /**
     * An issue.
     *
     * @param number one-based
     * @param href its place
     * @param request the disputed item
     * @param decision what was decided
     */
    public record IssueLine(int number, String href, String request, DecisionView decision) {}
}
