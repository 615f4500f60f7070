package org.precedent.web.saved;

import java.util.List;
import java.util.Optional;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.MailLine;

/**
 * View of one saved search, as seen by its owner or by anyone with the link.
 *
 * @param saved what its owner saved
 * @param search the search it holds
 * @param news what is new in it
 * @param letters the most recently added determinations
 * @param mail addresses that get what is new; empty where the reader is not the owner or the server sends no mail
 */
public record SavedLinkView(Saved saved, Found search, News news, List<Letter> letters, Optional<List<MailLine>> mail) {
    public SavedLinkView {
        letters = List.copyOf(letters);
    }

    /**
     * What the owner saved.
     *
     * @param id of the saved search
     * @param name given by its owner
     * @param note given by its owner; empty when there is none or the reader may not see it
     * @param created when it was saved, for people
     * @param link absolute URL to send to others
     * @param access what this reader may do with it
     */
    public record Saved(String id, String name, String note, String created, String link, Access access) {}

    /**
     * What a reader may do with a saved search.
     *
     * @param mine whether the reader may rename and delete it
     * @param noteShared whether everyone with the link reads the note
     * @param justSaved whether the owner has not opened it before
     */
    public record Access(boolean mine, boolean noteShared, boolean justSaved) {}

    /**
     * The search and what it finds.
     *
     * @param words what it looks for
     * @param href its address
     * @param total what it finds, printed
     * @param otherRule whether partial matches are included by another rule than when it was saved
     */
    public record Found(String words, String href, String total, boolean otherRule) {}

    /**
     * What is new.
     *
     * @param fresh how many determinations are new, printed
     * @param changed how many determinations changed, printed
     * @param any whether anything is new or changed
     * @param since since when is counted, for people: {@code since you marked all as seen on May 1, 2024}
     * @param href this page counted from the same instant, to come back to
     * @param asOf the state of the index shown, sent back when the owner marks all as seen; empty where that is not offered
     * @param otherSince another count to offer; empty list for none
     */
    public record News(
            String fresh,
            String changed,
            boolean any,
            String since,
            String href,
            Optional<String> asOf,
            List<Other> otherSince) {
        public News {
            otherSince = List.copyOf(otherSince);
        }
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
     * @param added when it was added, for people
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
