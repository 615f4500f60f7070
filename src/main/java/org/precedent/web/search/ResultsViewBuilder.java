package org.precedent.web.search;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.precedent.search.Grouping;
import org.precedent.search.Match;
import org.precedent.search.Scope;
import org.precedent.search.SearchPage;
import org.precedent.search.Sort;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Selection;
import org.precedent.search.interpret.Interpretation;
import org.precedent.search.interpret.SearchAdvice;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.search.ResultsView.Advice;
import org.precedent.web.search.ResultsView.Choice;
import org.precedent.web.search.ResultsView.Constraints;
import org.precedent.web.search.ResultsView.Entries;
import org.precedent.web.search.ResultsView.Found;
import org.precedent.web.search.ResultsView.Narrowing;
import org.precedent.web.search.ResultsView.Outcomes;
import org.precedent.web.search.ResultsView.Rail;
import org.precedent.web.search.ResultsView.SearchForm;
import org.precedent.web.search.ResultsView.Tools;
import org.precedent.web.tray.Tray;
import org.precedent.web.view.Chip;
import org.precedent.web.view.ExportFormat;
import org.precedent.web.view.HiddenField;
import org.precedent.web.view.InsightsAddress;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageLink;
import org.precedent.web.view.PageText;
import org.precedent.web.view.Paging;

/**
 * Builds the view of a results page.
 */
final class ResultsViewBuilder {
    private static final List<Integer> LAST = List.of(90, 365);

    /** Maximum number of constraints named in the page title; the others are counted. */
    private static final int NAMED = 6;

    private static final List<Integer> SIZES = List.of(10, 25, 50, 100);

    private final PageAddress address;
    private final PageAddress canonical;
    private final Tray tray;
    private final SearchRequest request;
    private final Interpretation.Valid meaning;
    private final SearchPage page;
    private final SearchOutcome.Found found;

    ResultsViewBuilder(PageAddress address, SearchOutcome.Found found, Tray tray) {
        this.address = address;
        this.tray = tray;
        this.request = address.request();
        this.found = found;
        this.canonical = new PageAddress(found.canonical(), address.table());
        this.meaning = found.interpretation();
        this.page = found.page();
    }

    /**
     * Builds the view.
     *
     * @param whole range of decision dates in the whole index
     */
    ResultsView build(DateRange whole) {
        return new ResultsView(
                title(),
                new SearchForm(request.text(), fields(request.withText(""))),
                found(),
                new Narrowing(constraints(), rail(whole), shown()),
                OutcomeBar.rate(found.decisions()).map(this::outcomes),
                entries(),
                tools());
    }

    private Outcomes outcomes(String rate) {
        var insights = page.words().shown() == Match.MOST
                ? Optional.<String>empty()
                : Optional.of(InsightsAddress.of(canonical.request()).path());
        return new Outcomes(rate, OutcomesPage.path(address), insights);
    }

    private Entries entries() {
        return new Entries(
                page.letters().stream()
                        .map(l -> byIssue() ? ResultCard.ofIssue(address, tray, l) : ResultCard.of(address, tray, l))
                        .toList(),
                page.related().stream()
                        .map(l -> ResultCard.ofIssue(address, tray, l))
                        .toList(),
                Paging.of(address, page),
                found.advice().map(this::advice).orElse(Advice.NONE));
    }

    private Advice advice(SearchAdvice advice) {
        var drops = advice.drops().stream().map(d -> drop("Without " + d.label(), d));
        var wider = advice.inLetter().stream().map(d -> drop("Across different issues of a determination", d));
        return new Advice(
                Stream.concat(drops, wider).toList(),
                advice.spellings().stream()
                        .map(s -> new PageLink(s.request().text(), address.urlOf(s.request())))
                        .toList());
    }

    private PageLink drop(String label, SearchAdvice.Drop drop) {
        return new PageLink(
                label + ": " + PageText.count(drop.total().determinations(), "determination"),
                address.urlOf(drop.request()));
    }

    private String title() {
        return name() + " – " + PageText.count(page.total().determinations(), "determination");
    }

    private String name() {
        var what = Stream.concat(
                        request.text().isEmpty() ? Stream.of() : Stream.of(request.text()),
                        Chip.filters(address).stream().map(c -> (c.negated() ? "not " : "") + c.label()))
                .toList();
        if (what.isEmpty()) {
            return "All determinations";
        }
        var named = String.join(" · ", what.subList(0, Math.min(NAMED, what.size())));
        return what.size() <= NAMED ? named : named + " · " + (what.size() - NAMED) + " more";
    }

    private Found found() {
        return new Found(
                RequestParsing.sentence(found.sentence()),
                PageText.count(page.total().determinations(), "determination"),
                PageText.count(page.total().issues(), "issue"),
                WideningNotice.sentence(page),
                otherMatch(),
                found.inSummaries()
                        .map(o -> new PageLink(
                                "Also where the clinical summary mentions it (" + PageText.number(o.issues()) + ")",
                                address.urlOf(o.request()))));
    }

    private Optional<PageLink> otherMatch() {
        if (page.words().total() < 2 || page.total().issues() == 0) {
            return Optional.empty();
        }
        boolean maximum = page.words().shown() == Match.MOST;
        var other = request.with(request.options().with(Optional.of(maximum ? Match.ALL : Match.MOST)));
        return Optional.of(
                new PageLink(maximum ? "Require all words" : "Include partial matches", address.urlOf(other)));
    }

    private Constraints constraints() {
        var filters = Chip.filters(address);
        return new Constraints(
                Chip.understood(address, meaning),
                filters,
                filters.isEmpty() ? Optional.empty() : Optional.of(address.urlOf(request.with(Selection.NONE))),
                meaning.understood().isEmpty() ? Optional.empty() : Optional.of(address.urlOf(request.literally())),
                meaning.offers().stream()
                        .map(o -> new PageLink("“" + o.words() + "” as " + label(o), address.urlOf(o.request())))
                        .toList(),
                scope());
    }

    private String label(Interpretation.AlternativeReading offer) {
        var decided = offer.request().selection().decided();
        return decided.equals(request.selection().decided())
                ? offer.label()
                : "the decision date: " + PageText.range(decided);
    }

    // with a single constraint both scopes give the same result
    private Optional<PageLink> scope() {
        boolean letter = request.options().scope() == Scope.LETTER;
        int words = canonical.request().text().isBlank()
                ? 0
                : canonical.request().text().strip().split("\\s+", -1).length;
        if (!letter && words + Chip.filters(canonical).size() < 2) {
            return Optional.empty();
        }
        var other = request.with(request.options().with(letter ? Scope.ISSUE : Scope.LETTER));
        return Optional.of(new PageLink(
                letter ? "Require everything in the same issue" : "Match across all issues in a determination",
                address.urlOf(other)));
    }

    private PageLink shown() {
        return new PageLink(
                "Show " + PageText.count(page.total().determinations(), "determination"),
                address.urlOf(request.firstPage()));
    }

    private Rail rail(DateRange whole) {
        var decided = request.selection().decided();
        var facets = new FacetRail(canonical, page.facets()).facets();
        int active = Chip.filters(canonical).size();
        return new Rail(
                facets,
                decided.from().map(Object::toString).orElse(""),
                decided.to().map(Object::toString).orElse(""),
                fields(request.with(request.selection().withDecided(DateRange.ALWAYS))),
                fields(request),
                recent(whole),
                active);
    }

    private List<PageLink> recent(DateRange whole) {
        var today = LocalDate.now(ZoneOffset.UTC);
        return LAST.stream()
                .map(days -> DateRange.lastDays(days, today))
                .filter(last -> whole.to().filter(last::contains).isPresent())
                .map(last -> new PageLink(
                        "Last " + PageText.count(last.back().orElseThrow(), "day"),
                        address.urlOf(request.with(request.selection().withDecided(last)))))
                .toList();
    }

    private boolean byIssue() {
        return request.paging().grouping() == Grouping.ISSUE;
    }

    private String grouped(Grouping grouping) {
        var other = request.with(request.paging().with(grouping));
        return new PageAddress(other, false).url();
    }

    private Tools tools() {
        return new Tools(
                Stream.of(Sort.values())
                        .map(s -> new Choice(s.label(), address.urlOf(request.with(s)), s == request.sort()))
                        .toList(),
                SIZES.stream()
                        .map(n -> new Choice(
                                Integer.toString(n),
                                address.urlOf(request.with(request.paging().withSize(n))),
                                n == request.size()))
                        .toList(),
                List.of(
                        new Choice("List", grouped(Grouping.DETERMINATION), !address.table() && !byIssue()),
                        new Choice("Issue by issue", grouped(Grouping.ISSUE), !address.table() && byIssue()),
                        new Choice("Table", address.urlInView(true), address.table())),
                address.table(),
                exports(),
                SearchUrl.path(request.firstPage()),
                name());
    }

    private List<PageLink> exports() {
        // exports contain the whole result, so URLs must not depend on the page
        var first = request.with(request.paging().withSize(SearchRequest.DEFAULT_SIZE));
        return Stream.concat(
                        ExportFormat.links(ending -> SearchUrl.path(ending, first)).stream(),
                        Stream.of(
                                new PageLink("JSON of this page", SearchUrl.path(".json", request)),
                                new PageLink("Atom feed", SearchUrl.path(".atom", first))))
                .toList();
    }

    private List<HiddenField> fields(SearchRequest search) {
        var fields = new ArrayList<>(HiddenField.list(search));
        if (address.table()) {
            fields.add(new HiddenField(PageAddress.VIEW, PageAddress.TABLE));
        }
        return fields;
    }
}
