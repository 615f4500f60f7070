package org.precedent.web.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.search.Match;
import org.precedent.search.Scope;
import org.precedent.search.facet.Dimension;
import org.precedent.search.interpret.SearchSentence;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.insights.InsightsView.Form;
import org.precedent.web.insights.InsightsView.Notice;
import org.precedent.web.insights.InsightsView.Section;
import org.precedent.web.insights.InsightsView.Summary;
import org.precedent.web.search.RequestParsing;
import org.precedent.web.view.Chip;
import org.precedent.web.view.HiddenField;
import org.precedent.web.view.InsightsAddress;
import org.precedent.web.view.OverturnRate;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageLink;
import org.precedent.web.view.PageText;
import org.precedent.web.view.SubjectAddress;

/**
 * Builds the view of the {@code /insights} page: the form, the overall outcome and a section per table.
 */
final class InsightsViewBuilder {
    private final OutcomeSource source;
    private final InsightsAddress requested;
    private final InsightsAddress address;
    private final OverturnRate whole;

    /**
     * Creates a builder.
     *
     * @param requested table requested by the URL of the page
     * @param whole overturn rate of the whole index
     */
    InsightsViewBuilder(OutcomeSource source, InsightsAddress requested, OverturnRate whole) {
        this.source = source;
        this.requested = requested;
        this.address = requested.with(source.requestForAll());
        this.whole = whole;
    }

    /** Canonical address of the page: filters recognized in the text of the search are included as filters. */
    InsightsAddress address() {
        return address;
    }

    InsightsView view() {
        var by = address.by().stream().map(SectionBuilder::nameInSentence).collect(Collectors.joining(" and "));
        var heading = by.isEmpty() ? "Outcomes" : "Outcomes by " + by;
        var what = what();
        return new InsightsView(
                what.isEmpty() ? heading : what + " – " + heading, heading, form(), summary(), sections(), more());
    }

    private String what() {
        var request = source.requestForAll();
        return Stream.concat(
                        request.text().isEmpty() ? Stream.of() : Stream.of(request.text()),
                        Chip.filters(new PageAddress(request, false)).stream()
                                .map(c -> (c.negated() ? "not " : "") + c.label()))
                .collect(Collectors.joining(" · "));
    }

    private Form form() {
        var request = source.requestForAll();
        return new Form(
                request.text(), HiddenField.list(request.withText("")), options(0, "Overview"), options(1, "–"));
    }

    private List<InsightsView.Option> options(int place, String none) {
        var options = new ArrayList<InsightsView.Option>();
        options.add(new InsightsView.Option("", none, address.by().size() <= place));
        for (var dimension : Dimension.values()) {
            boolean chosen = address.by().size() > place && address.by().get(place) == dimension;
            options.add(new InsightsView.Option(dimension.parameter(), dimension.label(), chosen));
        }
        return options;
    }

    private Summary summary() {
        var counts = source.total();
        var filters = Chip.filters(new PageAddress(source.requestForAll(), false)).stream()
                .map(c -> c.withHref(address.with(c.without()).path()))
                .toList();
        return new Summary(
                filters,
                new PageLink(
                        PageText.count(counts.issues(), "issue") + " in "
                                + PageText.count(counts.determinations(), "determination"),
                        OutcomeSource.searchPath(source.requestForAll())),
                RequestParsing.sentence(SearchSentence.describe(source.baseSearch())),
                outcome(),
                notices());
    }

    private String outcome() {
        var rate = OutcomeSource.overturnRate(source.total());
        if (rate.total() == 0) {
            return "No issues match all of this.";
        }
        var counts =
                PageText.number(rate.overturned()) + " of " + PageText.count(rate.total(), "issue") + " overturned";
        if (source.isWidened()) {
            return counts + ".";
        }
        if (!rate.hasEnoughIssues()) {
            return counts + " (too few for a percentage).";
        }
        boolean isAll = rate.equals(whole);
        return counts
                + String.format(
                        Locale.US, ": %.1f%% (95%% interval %.1f to %.1f)", rate.percent(), rate.low(), rate.high())
                + (isAll || !whole.hasEnoughIssues()
                        ? "."
                        : "; " + Figures.percent(whole.percent()) + " in the whole index.");
    }

    private List<Notice> notices() {
        var notices = new ArrayList<Notice>();
        if (source.isWidened()) {
            var all =
                    source.requestForAll().with(source.requestForAll().options().with(Optional.of(Match.ALL)));
            notices.add(new Notice(
                    "Few issues have all the words, so issues with only some of them are included; no rates are shown.",
                    Optional.of(
                            new PageLink("Require all words", address.with(all).path()))));
        }
        if (isOutcomeAsked()) {
            notices.add(new Notice(
                    "Filters on decision or determination outcome are ignored here, because they would distort the"
                            + " rates.",
                    Optional.empty()));
        }
        if (requested.search().options().scope() == Scope.LETTER) {
            notices.add(new Notice(
                    "Outcomes are counted by issue, so here one issue must match everything you ask for.",
                    Optional.empty()));
        }
        if (source.total().partlyOverturned() > 0) {
            notices.add(new Notice(
                    "Overturned includes " + PageText.count(source.total().partlyOverturned(), "issue")
                            + " overturned in part.",
                    Optional.empty()));
        }
        return notices;
    }

    private boolean isOutcomeAsked() {
        SearchRequest request = source.request();
        return !request.selection().equals(source.requestForAll().selection())
                || !request.text().equals(source.requestForAll().text());
    }

    private List<Section> sections() {
        if (source.total().issues() == 0) {
            return List.of();
        }
        var base = source.isWidened() ? Optional.<OverturnRate>empty() : Optional.of(whole);
        return switch (address.by().size()) {
            case 0 ->
                Stream.of(Dimension.TREATMENT, Dimension.YEAR)
                        .map(d -> new SectionBuilder(source, InsightsAddress.of(address.search(), d), base)
                                .build(1, false))
                        .toList();
            case 1 -> List.of(new SectionBuilder(source, address, base).build(2, true));
            default -> List.of(new MatrixBuilder(source, address, base).build());
        };
    }

    private List<PageLink> more() {
        var search = address.search();
        return List.of(
                new PageLink("Guidelines", SubjectAddress.GUIDELINES),
                new PageLink("Treatments", SubjectAddress.TREATMENTS),
                link("Treatment by region", search, Dimension.TREATMENT, Dimension.REGION),
                link("Treatment over time", search, Dimension.TREATMENT, Dimension.YEAR),
                link("Month by month", search, Dimension.MONTH),
                link("Guideline cited", search, Dimension.GUIDELINE),
                link("Reasons given", search, Dimension.REASON),
                link("Reviewer specialty by region", search, Dimension.SPECIALTY, Dimension.REGION),
                new PageLink("Split determinations", SplitPages.path("", search, List.of())),
                new PageLink("Coverage and gaps", CoveragePages.PATH));
    }

    private static PageLink link(String label, SearchRequest search, Dimension... by) {
        return new PageLink(label, InsightsAddress.of(search, by).path());
    }
}
