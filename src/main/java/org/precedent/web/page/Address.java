package org.precedent.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.precedent.search.FacetUrls;
import org.precedent.search.SearchRequest;
import org.precedent.search.SearchUrl;

/**
 * A search with the way it is shown, as the address of its page; every link of a result page starts from here.
 *
 * @param request what was asked
 * @param table shown as a dense table instead of cards
 */
record Address(SearchRequest request, boolean table) {
    /** The parameter of the way a result is shown, which is the page's own and no part of the search. */
    static final String VIEW = "view";

    /** Its value for the dense table. */
    static final String TABLE = "table";

    /**
     * The address of another search shown the same way.
     */
    String to(SearchRequest other) {
        return shown(SearchUrl.path(other), table);
    }

    /**
     * The address of this search with one value of a facet toggled.
     */
    String to(FacetUrls urls, String value) {
        return shown(urls.toggled(value), table);
    }

    /**
     * The address of this search.
     */
    String here() {
        return to(request);
    }

    /**
     * The address of this search shown that way.
     */
    String as(boolean asTable) {
        return shown(SearchUrl.path(request), asTable);
    }

    /**
     * The address of a letter, which remembers the search it was found by.
     *
     * @param issue the issue to open at; empty for the top of the letter
     */
    String letter(String id, Optional<Integer> issue) {
        var within = URLEncoder.encode(SearchUrl.query(request), StandardCharsets.UTF_8);
        return letterPath(id) + "?" + LetterContext.PARAMETER + "=" + within
                + issue.map(n -> "#issue-" + n).orElse("");
    }

    /**
     * The letter's own address, which remembers nothing.
     */
    public static String letterPath(String id) {
        return "/determinations/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * The address of one issue of a letter.
     */
    static String issuePath(String id, int number) {
        return letterPath(id) + "#issue-" + number;
    }

    /**
     * An issue as the comparison's address names it: {@code i=CM16-0213037%3A2}.
     */
    static String compared(String id, int number) {
        return "i=" + URLEncoder.encode(id + ":" + number, StandardCharsets.UTF_8);
    }

    private static String shown(String path, boolean asTable) {
        return asTable ? path + (path.contains("?") ? "&" : "?") + VIEW + "=" + TABLE : path;
    }
}
