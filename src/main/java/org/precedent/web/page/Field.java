package org.precedent.web.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.precedent.search.SearchRequest;
import org.precedent.search.SearchUrl;

/**
 * A hidden form field.
 *
 * @param name parameter
 * @param value its value
 */
public record Field(String name, String value) {
    /**
     * A search as form fields, from its first page.
     */
    static List<Field> of(SearchRequest request) {
        var fields = new ArrayList<Field>();
        for (var pair : SearchUrl.query(request.withPage(1)).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.add(new Field(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
