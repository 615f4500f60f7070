package org.precedent.search.request;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;

/**
 * Builds the URLs of a facet's values under one request. Each equals {@link SearchUrl#path(SearchRequest)} of the request with the value
 * toggled; the common parts are encoded only once, because the URLs of a long list differ little.
 */
public final class FacetUrls {
    private final SearchRequest request;
    private final Facet facet;
    private final Set<String> chosen;
    private final String before;
    private final String after;

    private FacetUrls(SearchRequest request, Facet facet, String before, String after) {
        this.request = request;
        this.facet = facet;
        this.chosen = request.selection().chosenIn(facet);
        this.before = before;
        this.after = after;
    }

    /**
     * The URLs of a facet's values under a request, all for the first page.
     */
    public static FacetUrls of(SearchRequest request, Facet facet) {
        var parameters = RequestParameters.list(request.firstPage());
        int own = RequestParameters.indexOf(parameters, facet);
        int behind = own + request.selection().chosenIn(facet).size();
        return new FacetUrls(
                request,
                facet,
                SearchUrl.PATH + "?"
                        + parameters.subList(0, own).stream()
                                .map(p -> SearchUrl.parameter(p) + "&")
                                .collect(Collectors.joining()),
                parameters.subList(behind, parameters.size()).stream()
                        .map(p -> "&" + SearchUrl.parameter(p))
                        .collect(Collectors.joining()));
    }

    /**
     * Whether the request chooses the value.
     */
    public boolean isChosen(String value) {
        return chosen.contains(value);
    }

    /**
     * The URL with the value chosen, or no longer chosen if it was.
     */
    public String toggle(String value) {
        if (chosen.isEmpty()) {
            return before + parameter(value) + after;
        }
        var values = new TreeSet<>(chosen);
        if (!values.remove(value)) {
            values.add(value);
        }
        return values.isEmpty()
                ? SearchUrl.path(request.with(request.selection().without(new FacetValue(facet, value))))
                : before + values.stream().map(this::parameter).collect(Collectors.joining("&")) + after;
    }

    private String parameter(String value) {
        return SearchUrl.parameter(new RequestParameters.Pair(facet.parameter(), value));
    }
}
