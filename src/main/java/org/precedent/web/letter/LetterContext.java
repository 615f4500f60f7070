package org.precedent.web.letter;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.precedent.search.Grouping;
import org.precedent.search.LetterHit;
import org.precedent.search.SearchPage;
import org.precedent.search.interpret.Interpretation;
import org.precedent.search.query.Query;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.search.RequestParsing;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageLink;
import org.precedent.web.view.PageText;
import org.precedent.web.view.Paging;

/**
 * The search from which a determination was opened, taken from the page's URL; used for highlighting, the link back, and the links to the
 * previous and next determination.
 *
 * @param query the query, whose words are highlighted
 * @param summary whether the search included the clinical summary
 * @param back link to the results page
 * @param place {@code 3 of 42}; empty if the determination is no longer on that page or the results are single issues
 * @param previous link to the previous determination in the results; empty if there is none
 * @param next link to the next one; empty if there is none
 */
public record LetterContext(
        Query query,
        boolean summary,
        PageLink back,
        Optional<String> place,
        Optional<String> previous,
        Optional<String> next) {
    /** Query parameter that holds the search's query string. */
    public static final String PARAMETER = PageAddress.SEARCH_PARAMETER;

    /**
     * Reads the context from a page's URL; empty if there is none or it is invalid.
     */
    static Optional<LetterContext> of(Context ctx, SearchGateway gateway, String id) {
        var query = ctx.queryParam(PARAMETER);
        if (query == null) {
            return Optional.empty();
        }
        var address = new PageAddress(RequestParsing.parse(query, Set.of(PageAddress.VIEW)), false);
        return switch (gateway.interpret(address.request())) {
            case Interpretation.Valid meaning -> Optional.of(new Finder(gateway, address, id).context(meaning));
            case Interpretation.Invalid wrong -> Optional.empty();
        };
    }

    /**
     * The URL of a determination, including this search.
     */
    String determinationUrl(String id) {
        var search = back.href().substring(back.href().indexOf('?') + 1);
        return PageAddress.determinationPath(id) + "?" + PARAMETER + "="
                + URLEncoder.encode(search, StandardCharsets.UTF_8);
    }

    private record Finder(SearchGateway gateway, PageAddress address, String id) {
        LetterContext context(Interpretation.Valid meaning) {
            var page = page(meaning);
            var letters = page.letters();
            int index = IntStream.range(0, letters.size())
                    .filter(i -> letters.get(i).id().equals(id))
                    .findFirst()
                    .orElse(-1);
            var back = new PageLink("Results", address.url());
            var query = meaning.search().query();
            boolean summary = meaning.search().options().summary();
            if (index < 0 || address.request().paging().grouping() == Grouping.ISSUE) {
                return new LetterContext(query, summary, back, Optional.empty(), Optional.empty(), Optional.empty());
            }
            var request = address.request();
            long rank = (request.page() - 1L) * request.size() + index + 1;
            var place = PageText.number(rank) + " of "
                    + PageText.number(page.total().determinations());
            return new LetterContext(
                    query, summary, back, Optional.of(place), before(letters, index), after(page, index));
        }

        private Optional<String> before(List<LetterHit> letters, int index) {
            if (index > 0) {
                return Optional.of(
                        address.determinationUrl(letters.get(index - 1).id(), Optional.empty()));
            }
            var request = address.request();
            int number = request.page();
            return number == 1
                    ? Optional.empty()
                    : neighbor(request.with(request.paging().withNumber(number - 1)), true);
        }

        private Optional<String> after(SearchPage page, int index) {
            var letters = page.letters();
            return index + 1 < letters.size()
                    ? Optional.of(
                            address.determinationUrl(letters.get(index + 1).id(), Optional.empty()))
                    : Paging.next(address.request(), page.total().determinations())
                            .flatMap(r -> neighbor(r, false));
        }

        private Optional<String> neighbor(SearchRequest request, boolean last) {
            var letters = page(gateway.understand(request)).letters();
            return letters.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PageAddress(request, false)
                            .determinationUrl((last ? letters.getLast() : letters.getFirst()).id(), Optional.empty()));
        }

        private SearchPage page(Interpretation.Valid meaning) {
            return gateway.run(() -> gateway.engine().search(meaning.search()));
        }
    }
}
