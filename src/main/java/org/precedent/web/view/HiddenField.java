package org.precedent.web.view;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;

/**
 * A hidden form field.
 *
 * @param name parameter name
 * @param value parameter value
 */
public record HiddenField(String name, String value) {
    /**
     * The parameters of a search as form fields, starting at its first page.
     */
    public static List<HiddenField> list(SearchRequest request) {
        var fields = new ArrayList<HiddenField>();
        for (var pair : SearchUrl.query(request.firstPage()).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.add(new HiddenField(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
