package org.precedent.search.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.precedent.determination.Span;
import org.precedent.search.Search;
import org.precedent.search.query.Query;
import org.precedent.search.query.QueryNormalizer;
import org.precedent.search.query.QueryPrinter;
import org.precedent.search.query.QueryTraits;
import org.precedent.search.request.SearchRequest;

/**
 * Turns the facet values recognized in a query's text into selected filters, so that a search has one URL whether it was typed or clicked.
 */
final class ChosenRequest {
    private final SearchRequest request;
    private final Search search;
    private final List<FacetRecognizer.Found> found;

    private ChosenRequest(SearchRequest request, Search search, List<FacetRecognizer.Found> found) {
        this.request = request;
        this.search = search;
        this.found = found;
    }

    /**
     * The request with the recognized values selected as filters; the request itself if the result would be interpreted as another search.
     */
    static SearchRequest build(
            SearchRequest request,
            Search search,
            List<FacetRecognizer.Found> found,
            Function<SearchRequest, Interpretation> reader) {
        return new ChosenRequest(request, search, found).chosen(reader);
    }

    private SearchRequest chosen(Function<SearchRequest, Interpretation> reader) {
        var choices = List.copyOf(
                QueryTraits.choices(search.query(), request.selection()).values());
        if (choices.isEmpty()) {
            return request;
        }
        var rest = search.query();
        var selection = request.selection();
        for (var choice : choices) {
            rest = QueryNormalizer.without(rest, choice);
            selection = selection.with(choice.value());
        }
        var candidate = request.withText(text(rest, choices)).with(selection);
        return reader.apply(candidate) instanceof Interpretation.Valid read && isSame(read.search(), rest)
                ? candidate
                : request;
    }

    private boolean isSame(Search other, Query rest) {
        return QueryPrinter.print(other.query()).equals(QueryPrinter.print(rest))
                && (rest instanceof Query.Everything || other.plain() == search.plain());
    }

    private String text(Query rest, List<Query.Has> choices) {
        if (rest instanceof Query.Everything) {
            return "";
        }
        if (!search.plain()) {
            return QueryPrinter.print(rest);
        }
        var text = new StringBuilder(request.text());
        for (var span : spans(choices)) {
            text.replace(span.start(), span.end(), " ");
        }
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    private List<Span> spans(List<Query.Has> choices) {
        var spans = new ArrayList<Span>();
        found.stream()
                .filter(f -> choices.contains(f.node()))
                .map(f -> f.piece().at())
                .distinct()
                .sorted(Comparator.comparingInt(Span::start).reversed())
                .forEach(spans::add);
        return spans;
    }
}
