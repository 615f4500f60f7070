package org.precedent.web.saved;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.precedent.saved.SavedSearch;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;
import org.precedent.search.facet.Total;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.export.AbsoluteUrls;
import org.precedent.web.http.Failure;
import org.precedent.web.search.RequestedSearch;
import org.precedent.web.search.SearchName;
import org.precedent.web.view.DateView;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.MailLine;
import org.precedent.web.view.PageLink;

/**
 * Builds the view models of saved searches.
 */
final class SavedViewBuilder {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    private SavedViewBuilder() {}

    static SavedListView.Entry buildEntry(SavedSearch saved, String fresh) {
        return new SavedListView.Entry(
                saved.id(),
                saved.draft().name(),
                new SavedListView.Note(saved.draft().note(), saved.draft().noteShared()),
                new PageLink(search(saved.draft().url()), saved.draft().url()),
                new DateView(
                        saved.created().at().toString(), day(saved.created().at())),
                saved.opened().map(m -> day(m.at())).orElse("not yet"),
                fresh);
    }

    /**
     * Builds the view model of the page of a saved search.
     *
     * @param link absolute URL of the page
     * @param since start of the period in which results are new, as displayed
     * @param mine whether the user owns it
     * @param indexAsOf state of the index before the search ran
     * @param mail alert recipients; empty when that is not offered
     */
    static SavedLinkView buildLink(
            SavedNews run, String link, String since, boolean mine, Instant indexAsOf, Optional<List<MailLine>> mail) {
        var saved = run.saved();
        var news = run.news();
        return new SavedLinkView(
                new SavedLinkView.Saved(
                        saved.id(),
                        saved.draft().name(),
                        saved.note(mine).orElse(""),
                        day(saved.created().at()),
                        link,
                        new SavedLinkView.Access(
                                mine,
                                saved.draft().noteShared(),
                                mine && saved.opened().isEmpty())),
                new SavedLinkView.Found(
                        words(run.request()),
                        saved.draft().url(),
                        total(run.page().total()),
                        run.usesOlderRule()),
                news(run, since, mine, indexAsOf),
                run.page().letters().stream().map(l -> letter(l, news)).toList(),
                mail);
    }

    private static SavedLinkView.News news(SavedNews run, String since, boolean mine, Instant indexAsOf) {
        var saved = run.saved();
        var news = run.news();
        var page = "/s/" + saved.id();
        boolean any = news.fresh().issues() + news.changed().issues() > 0;
        return new SavedLinkView.News(
                determinations(news.fresh()),
                determinations(news.changed()),
                any,
                since,
                page + "?since=" + news.since(),
                any && mine ? Optional.of(indexAsOf.toString()) : Optional.empty(),
                mine && saved.seen().isPresent() ? List.of(sinceSaved(saved, page)) : List.of());
    }

    private static SavedLinkView.Other sinceSaved(SavedSearch saved, String page) {
        return new SavedLinkView.Other(
                "since it was saved on " + day(saved.created().at()),
                page + "?since=" + saved.created().indexAsOf());
    }

    /**
     * Describes the start of the period in which results are new.
     */
    static String since(SavedSearch saved, Optional<Instant> asked, boolean mine) {
        return asked.map(i -> "since " + day(i.plusNanos(1)))
                .or(() -> saved.seen().filter(m -> mine).map(m -> "since you marked all as seen on " + day(m.at())))
                .orElseGet(() -> "since it was saved on " + day(saved.created().at()));
    }

    static String determinations(Total total) {
        return count(total.determinations(), "determination");
    }

    private static SavedLinkView.Letter letter(LetterHit letter, NewResults news) {
        var path = AbsoluteUrls.letterPath(letter.id());
        return new SavedLinkView.Letter(
                letter.facts().caseNumber().orElse(letter.id()),
                path,
                letter.facts().decided().map(d -> "Decided " + DAY.format(d)).orElse("Decision date not stated"),
                "Added " + day(letter.ingested().firstSeen()),
                news.status(letter)
                        .map(s -> s.equals("new") ? "New" : "Changed")
                        .orElse(""),
                letter.issues().stream().map(i -> issue(i, path)).toList());
    }

    private static SavedLinkView.IssueLine issue(IssueHit issue, String path) {
        return new SavedLinkView.IssueLine(
                issue.number(),
                path + "#issue-" + issue.number(),
                issue.request().text(),
                DecisionView.of(issue.decision()));
    }

    private static String search(String url) {
        try {
            return words(RequestedSearch.parsePath(url));
        } catch (Failure e) {
            // saved by an older version with other parameters
            return url;
        }
    }

    private static String words(SearchRequest request) {
        var words = SearchName.describe(request);
        return words.isEmpty() ? "All determinations" : words;
    }

    private static String total(Total total) {
        return count(total.issues(), "issue") + " in " + count(total.determinations(), "determination");
    }

    private static String count(long number, String noun) {
        return String.format(Locale.US, "%,d", number) + " " + (number == 1 ? noun : noun + "s");
    }

    private static String day(Instant instant) {
        return DAY.format(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }
}
