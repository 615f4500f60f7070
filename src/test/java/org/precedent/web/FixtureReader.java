package org.precedent.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precedent.determination.Span;
import org.precedent.search.Interpretation;
import org.precedent.search.Query;
import org.precedent.search.QueryError;
import org.precedent.search.Search;
import org.precedent.search.SearchRequest;
import org.precedent.search.Understood;

/**
 * Reads queries for tests of pages: words and a few understood ones; an odd number of quotes is an error.
 */
final class FixtureReader {
    private FixtureReader() {}

    static Interpretation read(SearchRequest request) {
        var text = request.text();
        long quotes = text.chars().filter(c -> c == '"').count();
        if (quotes % 2 == 1 && !request.literal()) {
            int at = text.lastIndexOf('"');
            var error = new QueryError(at, 1, "unclosed quote", "close it with \"", Optional.of(text + "\""));
            return new Interpretation.Wrong(request, error, request.withLiteral(true));
        }
        var parts = new ArrayList<Query>();
        var understood = new ArrayList<Understood>();
        var words = new ArrayList<String>();
        for (var word : text.split(" ", -1)) {
            var value =
                    request.literal() ? Optional.<org.precedent.search.FacetValue>empty() : FixtureEngine.named(word);
            if (value.isPresent()) {
                parts.add(new Query.Has(value.get()));
                understood.add(new Understood(
                        word,
                        new Span(0, word.length()),
                        value.get(),
                        false,
                        false,
                        request.withText(text.replace(word, '"' + word + '"')),
                        request.withText(text.replace(word, "").strip())));
            } else if (!word.isBlank()) {
                parts.add(new Query.Word(word.replace("\"", ""), new Span(0, word.length())));
                words.add(word);
            }
        }
        return new Interpretation.Understandable(
                request, search(request, parts), understood, List.of(), String.join(" ", words), List.of());
    }

    private static Search search(SearchRequest request, List<Query> parts) {
        var query =
                parts.isEmpty() ? new Query.Everything() : parts.size() == 1 ? parts.getFirst() : new Query.And(parts);
        return new Search(
                query,
                true,
                request.selection(),
                request.scope(),
                request.match(),
                request.sort(),
                request.page(),
                request.size(),
                Optional.empty());
    }
}
