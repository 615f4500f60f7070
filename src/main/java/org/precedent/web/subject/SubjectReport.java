package org.precedent.web.subject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.precedent.search.facet.CitationValues;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.insights.Figures;
import org.precedent.web.insights.InsightsJson;
import org.precedent.web.insights.InsightsView.Section;
import org.precedent.web.insights.OutcomeSource;
import org.precedent.web.insights.SectionBuilder;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.subject.SubjectTree.Node;
import org.precedent.web.subject.SubjectView.Entry;
import org.precedent.web.subject.SubjectView.GroundList;
import org.precedent.web.subject.SubjectView.Side;
import org.precedent.web.view.InsightsAddress;
import org.precedent.web.view.OverturnRate;
import org.precedent.web.view.PageLink;
import org.precedent.web.view.PageText;

/**
 * Report on one guideline or treatment, as a view model and as JSON.
 */
final class SubjectReport {
    private static final int TREE_LEVELS = 2;

    private final SearchGateway gateway;
    private final SubjectKind kind;
    private final SubjectTree tree;
    private final Node node;
    private final OverturnRate base;

    /**
     * Creates a report.
     *
     * @param base overturn rate of the whole index
     */
    SubjectReport(SearchGateway gateway, SubjectKind kind, SubjectTree tree, Node node, OverturnRate base) {
        this.gateway = gateway;
        this.kind = kind;
        this.tree = tree;
        this.node = node;
        this.base = base;
    }

    /** A group of issues with the search that finds them. */
    private record Group(String label, SearchRequest request) {}

    /** A table that counts the issues of a search by a dimension. */
    private record Listing(String heading, SearchRequest request, Dimension by) {}

    SubjectView view() {
        return new SubjectView(heading(), sides(), below(), grounds(), sections());
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", name());
        json.put("value", node.value());
        json.put("url", node.href());
        json.put(
                "above",
                node.above().stream().map(n -> link(n.label(), n.href())).toList());
        json.put(
                "groups",
                groups().stream()
                        .map(g -> {
                            var group = link(g.label(), OutcomeSource.searchPath(g.request()));
                            group.putAll(InsightsJson.counts(source(g.request()).total()));
                            return group;
                        })
                        .toList());
        json.put(
                "below",
                tree.children(node).stream()
                        .map(n -> {
                            var one = link(n.label(), n.href());
                            one.putAll(InsightsJson.counts(n.counts()));
                            if (kind == SubjectKind.GUIDELINE) {
                                one.put("administrator", n.administrator().issues());
                            }
                            return one;
                        })
                        .toList());
        json.put("grounds", grounds().stream().map(SubjectReport::grounds).toList());
        json.put(
                "tables",
                listings().stream()
                        .map(l -> {
                            var table = new LinkedHashMap<String, Object>();
                            table.put("heading", l.heading());
                            table.putAll(InsightsJson.toMap(source(l.request()), List.of(l.by()), base));
                            return table;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> link(String name, String url) {
        var link = new LinkedHashMap<String, Object>();
        link.put("name", name);
        link.put("url", url);
        return link;
    }

    private static Map<String, Object> grounds(GroundList list) {
        var json = new LinkedHashMap<String, Object>();
        json.put("heading", list.title());
        json.put(
                "reasons",
                list.grounds().stream()
                        .map(g -> {
                            var ground = link(g.label(), g.issues().href());
                            ground.put(
                                    "quotes",
                                    g.quotes().stream()
                                            .map(q -> quote(q.text(), q.source()))
                                            .toList());
                            return ground;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> quote(String text, PageLink source) {
        var quote = new LinkedHashMap<String, Object>();
        quote.put("text", text);
        quote.put("case", source.label());
        quote.put("url", source.href());
        return quote;
    }

    private String name() {
        return PageText.facetValue(kind.facet(), node.value());
    }

    private SubjectView.Heading heading() {
        var trail = Stream.concat(
                        Stream.of(new PageLink(kind.title(), kind.root())),
                        node.above().stream().map(n -> new PageLink(n.label(), n.href())))
                .toList();
        var about = kind == SubjectKind.GUIDELINE
                ? "Issues whose decision, or whose denial by the claims administrator, cites " + name() + "."
                : "Issues that request " + name()
                        + (kind.isCountedBelow(node.value())
                                ? " as " + node.above().getLast().label() + "."
                                : ".");
        return new SubjectView.Heading(
                name() + " – " + kind.title(),
                name(),
                trail,
                about,
                kind.narrowerHeading(node.above().size()));
    }

    private OutcomeSource source(SearchRequest request) {
        return OutcomeSource.count(gateway, request);
    }

    private List<Group> groups() {
        var issues = node.request();
        if (kind == SubjectKind.TREATMENT) {
            return List.of(new Group("All issues", issues));
        }
        var cited = new FacetValue(Facet.ADMINISTRATOR, node.value());
        var administrator = administrator();
        var reviewer = issues.selection().chosen().keySet().iterator().next();
        return List.of(
                new Group("Cited by the reviewer", issues),
                new Group("Cited by the claims administrator", administrator),
                new Group("Cited by both", issues.with(issues.selection().with(cited))),
                new Group(
                        "Cited by the claims administrator, not by the reviewer",
                        administrator.with(
                                administrator.selection().withExclusion(new FacetValue(reviewer, node.value())))));
    }

    private SearchRequest administrator() {
        return SearchRequest.EVERYTHING.with(Selection.NONE.with(new FacetValue(Facet.ADMINISTRATOR, node.value())));
    }

    private List<Side> sides() {
        return groups().stream()
                .map(g -> new Side(g.label(), Figures.of(source(g.request()).total(), g.request(), Optional.of(base))))
                .toList();
    }

    private List<Entry> below() {
        return tree.children(node).stream().map(n -> entry(kind, n, 0, base)).toList();
    }

    /** Creates the list entry of a node. */
    static Entry entry(SubjectKind kind, Node node, int depth, OverturnRate base) {
        var administrator = new FacetValue(Facet.ADMINISTRATOR, node.value());
        return new Entry(
                new PageLink(node.label(), node.href()),
                depth,
                Figures.of(node.counts(), node.request(), Optional.of(base)),
                kind == SubjectKind.GUIDELINE
                        ? Optional.of(new PageLink(
                                PageText.number(node.administrator().issues()),
                                OutcomeSource.searchPath(
                                        SearchRequest.EVERYTHING.with(Selection.NONE.with(administrator)))))
                        : Optional.empty());
    }

    private List<GroundList> grounds() {
        return kind == SubjectKind.TREATMENT ? new GroundFinder(gateway, source(node.request())).find() : List.of();
    }

    private List<Listing> listings() {
        var issues = node.request();
        var listings = new ArrayList<Listing>();
        if (kind == SubjectKind.GUIDELINE) {
            listings.add(new Listing(
                    "Where the claims administrator relied on it: what the reviewer relied on",
                    administrator(),
                    Dimension.GUIDELINE));
            listings.add(new Listing(
                    "Where the reviewer relied on it: what the claims administrator had relied on",
                    issues,
                    Dimension.ADMINISTRATOR));
            listings.add(new Listing("By treatment", issues, Dimension.TREATMENT));
        } else {
            listings.add(new Listing("By guideline cited", issues, Dimension.GUIDELINE));
        }
        listings.add(new Listing("By reason for the decision", issues, Dimension.REASON));
        listings.add(new Listing("By body region", issues, Dimension.REGION));
        listings.add(new Listing("By year", issues, Dimension.YEAR));
        return listings;
    }

    private List<Section> sections() {
        return listings().stream().flatMap(l -> section(l).stream()).toList();
    }

    private Optional<Section> section(Listing listing) {
        var source = source(listing.request());
        if (source.total().issues() == 0) {
            return Optional.empty();
        }
        var address = InsightsAddress.of(listing.request(), listing.by());
        var built = new SectionBuilder(source, address, Optional.of(base)).build(TREE_LEVELS, false);
        return Optional.of(new Section(
                built.id(),
                listing.heading(),
                built.table(),
                built.matrix(),
                built.chart(),
                built.multiples(),
                Stream.concat(Stream.of(new PageLink("Open in Insights", address.path())), built.links().stream())
                        .toList()));
    }

    /** Whether the value is an edition, section or page of a guideline. */
    static boolean isPart(String value) {
        return value.contains(CitationValues.SEPARATOR);
    }
}
