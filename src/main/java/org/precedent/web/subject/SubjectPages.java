package org.precedent.web.subject;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.insights.InsightsJson;
import org.precedent.web.search.OverviewCache;
import org.precedent.web.search.RequestParsing;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.subject.SubjectTree.Node;
import org.precedent.web.subject.SubjectView.Entry;
import org.precedent.web.view.OverturnRate;

/**
 * {@code /guidelines}, {@code /treatments} and the pages below them, each also as JSON. URLs are matched ignoring case and punctuation, and
 * redirect to their canonical form.
 */
public final class SubjectPages implements Routes {
    private static final String JSON = ".json";

    /** Number of levels shown on the page of all subjects. */
    private static final int LISTED_LEVELS = 2;

    private final SearchGateway gateway;
    private final Pages pages;
    private final OverviewCache coverage;
    private final SubjectTrees trees;

    /**
     * Creates the pages.
     */
    public SubjectPages(SearchGateway gateway, Pages pages, OverviewCache coverage) {
        this.gateway = gateway;
        this.pages = pages;
        this.coverage = coverage;
        this.trees = new SubjectTrees(gateway);
    }

    @Override
    public void register(RoutesConfig routes) {
        for (var kind : SubjectKind.values()) {
            routes.get(kind.root() + JSON, ctx -> indexJson(ctx, kind));
            routes.get(kind.root(), ctx -> index(ctx, kind));
            var path = new StringBuilder(kind.root());
            for (int level = 1; level <= kind.levels().size(); level++) {
                var parameters = kind.levels().subList(0, level);
                path.append("/{").append(parameters.getLast()).append('}');
                routes.get(path + JSON, ctx -> json(ctx, kind, parameters));
                routes.get(path.toString(), ctx -> html(ctx, kind, parameters));
            }
        }
    }

    /**
     * Paths of all these pages, those of the top levels first, so that truncating the list drops the most specific ones.
     */
    public List<String> paths() {
        return Stream.concat(
                        Stream.of(SubjectKind.values()).map(SubjectKind::root),
                        Stream.of(SubjectKind.values())
                                .flatMap(kind -> trees.get(kind).all().stream())
                                .sorted(Comparator.comparingInt(
                                        (Node n) -> n.above().size()))
                                .map(Node::href))
                .toList();
    }

    private void index(Context ctx, SubjectKind kind) {
        if (!unchanged(ctx, "html")) {
            var heading = new SubjectView.Heading(kind.title(), kind.title(), List.of(), kind.about(), "");
            var view = new SubjectView.Index(heading, entries(kind), kind == SubjectKind.GUIDELINE);
            pages.render(ctx, "pages/subjects", head(kind.root(), kind.about()), view);
        }
    }

    private void indexJson(Context ctx, SubjectKind kind) {
        if (!unchanged(ctx, "json")) {
            var json = new LinkedHashMap<String, Object>();
            json.put("name", kind.title());
            json.put(
                    "entries",
                    nodes(kind).stream()
                            .map(node -> {
                                var one = new LinkedHashMap<String, Object>();
                                one.put("name", node.label());
                                one.put("value", node.value());
                                one.put("url", node.href());
                                one.putAll(InsightsJson.counts(node.counts()));
                                if (kind == SubjectKind.GUIDELINE) {
                                    one.put(
                                            "administrator",
                                            node.administrator().issues());
                                }
                                return one;
                            })
                            .toList());
            Pages.json(ctx, json);
        }
    }

    private List<Entry> entries(SubjectKind kind) {
        var base = base();
        return nodes(kind).stream()
                .map(n -> SubjectReport.entry(kind, n, n.above().size(), base))
                .toList();
    }

    private List<Node> nodes(SubjectKind kind) {
        var tree = trees.get(kind);
        var nodes = new ArrayList<Node>();
        tree.top().forEach(n -> collect(tree, n, nodes));
        return nodes;
    }

    private static void collect(SubjectTree tree, Node node, List<Node> into) {
        into.add(node);
        if (node.above().size() + 1 < LISTED_LEVELS) {
            tree.children(node).stream()
                    .filter(n -> !SubjectReport.isPart(n.value()))
                    .forEach(n -> collect(tree, n, into));
        }
    }

    private void html(Context ctx, SubjectKind kind, List<String> parameters) {
        find(ctx, kind, parameters, "").ifPresent(node -> {
            if (!unchanged(ctx, "html")) {
                var view = report(kind, node).view();
                pages.render(
                        ctx, "pages/subject", head(node.href(), view.heading().about()), view);
            }
        });
    }

    private void json(Context ctx, SubjectKind kind, List<String> parameters) {
        find(ctx, kind, parameters, JSON).ifPresent(node -> {
            if (!unchanged(ctx, "json")) {
                Pages.json(ctx, report(kind, node).json());
            }
        });
    }

    private SubjectReport report(SubjectKind kind, Node node) {
        return new SubjectReport(gateway, kind, trees.get(kind), node, base());
    }

    private OverturnRate base() {
        return OverturnRate.ofFacets(coverage.overview().facets());
    }

    /** Finds the node of the requested path; empty after redirecting to its canonical spelling. */
    private Optional<Node> find(Context ctx, SubjectKind kind, List<String> parameters, String ending) {
        RequestParsing.rejectUnknown(ctx, Set.of());
        var parts = parameters.stream().map(ctx::pathParam).toList();
        var tree = trees.get(kind);
        var node = tree.find(parts);
        if (node.isEmpty()) {
            var nearest = tree.nearest(parts)
                    .map(n -> " Did you mean " + n.value() + ", at " + n.href() + "?")
                    .orElse(" See " + kind.root() + ".");
            throw Failure.notFound("No issue in this index has “" + String.join(" / ", parts) + "”." + nearest);
        }
        var canonical = node.get().href().substring(kind.root().length() + 1);
        if (!canonical.equals(String.join("/", parts))) {
            ctx.redirect(node.get().href() + ending, HttpStatus.MOVED_PERMANENTLY);
            return Optional.empty();
        }
        return node;
    }

    private boolean unchanged(Context ctx, String form) {
        RequestParsing.rejectUnknown(ctx, Set.of());
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        return ConditionalRequests.answerIfUnchanged(
                ctx, gateway.engine().generation(), ctx.path(), form, pages.version());
    }

    private static Head head(String path, String about) {
        return new Head(
                about,
                Optional.of(path),
                true,
                List.of(new Head.Alternate("application/json", path + JSON, "JSON")),
                "",
                true,
                "insights");
    }
}
