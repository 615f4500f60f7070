package org.precedent.search.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    private final List<Frame> frames;

    private FacetUrls(SearchRequest request, Facet facet, List<Frame> frames) {
        this.request = request;
        this.facet = facet;
        this.chosen = request.selection().chosenIn(facet);
        this.frames = List.copyOf(frames);
    }

    /**
     * What surrounds an encoded value in a URL.
     *
     * @param before everything up to the equals sign of the value's parameter
     * @param after everything after the value
     */
    public record Frame(String before, String after) {}

    /**
     * The URLs of a facet's values under a request, all for the first page.
     */
    public static FacetUrls of(SearchRequest request, Facet facet) {
        var parameters = RequestParameters.list(request.firstPage()).stream()
                .map(p -> new RequestParameters.Pair(p.name(), SearchUrl.parameter(p)))
                .toList();
        int own = RequestParameters.indexOf(parameters, facet);
        int chosen = request.selection().chosenIn(facet).size();
        var frames = new ArrayList<Frame>();
        for (int place = own; place <= own + chosen; place++) {
            frames.add(new Frame(
                    SearchUrl.PATH + "?"
                            + parameters.subList(0, place).stream()
                                    .map(p -> p.value() + "&")
                                    .collect(Collectors.joining())
                            + facet.parameter() + "=",
                    parameters.subList(place, parameters.size()).stream()
                            .map(p -> "&" + p.value())
                            .collect(Collectors.joining())));
        }
        return new FacetUrls(request, facet, frames);
    }

    /**
     * Whether the request chooses the value.
     */
    public boolean isChosen(String value) {
        return !chosen.isEmpty() && chosen.contains(value);
    }

    /**
     * What may surround a value that is not chosen: one frame for each place among the chosen values, which URLs list in order.
     */
    public List<Frame> frames() {
        return frames;
    }

    /**
     * Index of the frame of a value that is not chosen: the number of chosen values sorted before it.
     */
    public int frameOf(String value) {
        int place = 0;
        for (var other : chosen) {
            if (other.compareTo(value) < 0) {
                place++;
            }
        }
        return place;
    }

    /**
     * The URL with the value chosen, or no longer chosen if it was.
     */
    public String toggle(String value) {
        if (isChosen(value)) {
            return SearchUrl.path(request.with(request.selection().without(new FacetValue(facet, value))));
        }
        var frame = frames.get(frameOf(value));
        return frame.before + SearchUrl.encode(value) + frame.after;
    }
}
