package org.precedent.web.saved;

import java.util.List;
import java.util.Optional;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.MailLine;

/**
 * View model of one saved search, as seen by its owner or by anyone with the link.
 *
 * @param saved what its owner saved
 * @param search the search and its result
 * @param news what is new in it
 * @param letters the most recently added determinations
 * @param mail alert recipients; empty when the user is not the owner or the server sends no mail
 */
public record SavedLinkView(Saved saved, Found search, News news, List<Letter> letters, Optional<List<MailLine>> mail) {
    public SavedLinkView {
        letters = List.copyOf(letters);
    }

    /**
     * What the owner saved.
     *
     * @param id ID of the saved search
     * @param name given by its owner
     * @param note note of the owner; empty when there is none or the user may not read it
     * @param created when it was saved, as displayed
     * @param link absolute URL for sharing
     * @param access what the current user may do with it
     */
    public record Saved(String id, String name, String note, String created, String link, Access access) {}

    /**
     * What the current user may do with a saved search.
     *
     * @param isOwner whether the user may rename and delete it
     * @param noteShared whether everyone with the link can read the note
     * @param justSaved whether the owner has not opened it before
     */
    public record Access(boolean isOwner, boolean noteShared, boolean justSaved) {}

    /**
     * The search and its result.
     *
     * @param words description of the search
     * @param href path of the search
     * @param total formatted number of results
     * @param otherRule whether the rule for partial matches has changed since it was saved
     */
    public record Found(String words, String href, String total, boolean otherRule) {}

    /**
     * New results of the search.
     *
     * @param fresh formatted number of new determinations
     * @param changed formatted number of changed determinations
     * @param hasNew whether anything is new or changed
     * @param since start of the period, as displayed: {@code since you marked all as seen on May 1, 2024}
     * @param href path of this page with the same start, for returning to it
     * @param asOf state of the index shown, sent back when the owner marks all as seen; empty when that is not offered
     * @param otherSince alternative periods to offer; may be empty
     */
    public record News(
            String fresh,
            String changed,
            boolean hasNew,
            String since,
            String href,
            Optional<String> asOf,
            List<Other> otherSince) {
        public News {
            otherSince = List.copyOf(otherSince);
        }
    }

    /**
     * An alternative period to offer.
     *
     * @param label link text
     * @param href path
     */
    public record Other(String label, String href) {}

    /**
     * A determination.
     *
     * @param title case number or ID
     * @param href path of its page
     * @param decided decision date, as displayed; {@code Decision date not stated} if it has none
     * @param added when it was added, as displayed
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
     * A matching issue.
     *
     * @param number one-based
     * @param href path of the issue
     * @param request the disputed item
     * @param decision badge of the decision
     */
    public record IssueLine(int number, String href, String request, DecisionView decision) {}
}
