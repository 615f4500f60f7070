package org.precedent.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.precedent.search.request.FacetUrls;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;

/**
 * The address of a result page: a search with its display options. Every link of the page derives from it.
 *
 * @param request the search
 * @param table whether results are shown as a dense table instead of cards
 */
public record PageAddress(SearchRequest request, boolean table) {
    /** Query parameter of a determination's page: the search it was opened from. */
    public static final String SEARCH_PARAMETER = "search";

    /** Query parameter for the display format, which belongs to the page and not to the search. */
    public static final String VIEW = "view";

    /** Value of {@link #VIEW} for the dense table. */
    public static final String TABLE = "table";

    /**
     * URL of another search in the same display format.
     */
    public String urlOf(SearchRequest other) {
        return withView(SearchUrl.path(other), table);
    }

    /**
     * URL of this search with one value of a facet toggled.
     */
    public String toggleUrl(FacetUrls urls, String value) {
        return withView(urls.toggle(value), table);
    }

    /**
     * URL of this search.
     */
    public String url() {
        return urlOf(request);
    }

    /**
     * URL of this search as a table or as cards.
     */
    public String urlInView(boolean asTable) {
        return withView(SearchUrl.path(request), asTable);
    }

    /**
     * URL of a determination, including this search.
     *
     * @param issue number of the issue to open at; empty for the top of the page
     */
    public String determinationUrl(String id, Optional<Integer> issue) {
        var within = URLEncoder.encode(SearchUrl.query(request), StandardCharsets.UTF_8);
        return determinationPath(id) + "?" + SEARCH_PARAMETER + "=" + within
                + issue.map(n -> "#issue-" + n).orElse("");
    }

    /**
     * Path of a determination, without a search.
     */
    public static String determinationPath(String id) {
        return "/determinations/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Path of an issue of a determination.
     */
    public static String issuePath(String id, int number) {
        return determinationPath(id) + "#issue-" + number;
    }

    /**
     * Query parameter that adds an issue to a comparison: {@code i=CM16-0213037%3A2}.
     */
    public static String compareParameter(String id, int number) {
        return "i=" + URLEncoder.encode(id + ":" + number, StandardCharsets.UTF_8);
    }

    private static String withView(String path, boolean asTable) {
        return asTable ? path + (path.contains("?") ? "&" : "?") + VIEW + "=" + TABLE : path;
    }
}
