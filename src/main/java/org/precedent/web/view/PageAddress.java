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
 * @param request what was asked
 * @param table shown as a dense table instead of cards
 */
public record PageAddress(SearchRequest request, boolean table) {
    /** Parameter of a determination's page: the search it was opened from. */
    public static final String WITHIN = "search";

    /** The parameter of the way a result is shown, which is the page's own and no part of the search. */
    public static final String VIEW = "view";

    /** Its value for the dense table. */
    public static final String TABLE = "table";

    /**
     * The address of another search shown the same way.
     */
    public String urlOf(SearchRequest other) {
        return withView(SearchUrl.path(other), table);
    }

    /**
     * The address of this search with one value of a facet toggled.
     */
    public String toggleUrl(FacetUrls urls, String value) {
        return withView(urls.toggle(value), table);
    }

    /**
     * The address of this search.
     */
    public String url() {
        return urlOf(request);
    }

    /**
     * The address of this search shown that way.
     */
    public String urlInView(boolean asTable) {
        return withView(SearchUrl.path(request), asTable);
    }

    /**
     * The address of a letter, which remembers the search it was found by.
     *
     * @param issue the issue to open at; empty for the top of the letter
     */
    public String determinationUrl(String id, Optional<Integer> issue) {
        var within = URLEncoder.encode(SearchUrl.query(request), StandardCharsets.UTF_8);
        return determinationPath(id) + "?" + WITHIN + "=" + within
                + issue.map(n -> "#issue-" + n).orElse("");
    }

    /**
     * The letter's own address, which remembers nothing.
     */
    public static String determinationPath(String id) {
        return "/determinations/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * The address of one issue of a determination.
     */
    public static String issuePath(String id, int number) {
        return determinationPath(id) + "#issue-" + number;
    }

    /**
     * An issue as the comparison's address names it: {@code i=CM16-0213037%3A2}.
     */
    public static String compareParameter(String id, int number) {
        return "i=" + URLEncoder.encode(id + ":" + number, StandardCharsets.UTF_8);
    }

    private static String withView(String path, boolean asTable) {
        return asTable ? path + (path.contains("?") ? "&" : "?") + VIEW + "=" + TABLE : path;
    }
}
