package org.precedent.web.export;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.precedent.search.request.SearchRequest;

/**
 * Composes names of downloaded files from the date and a few words of the search query.
 */
public final class DownloadNames {
    private static final int WORDS = 48;

    private DownloadNames() {}

    /**
     * File name such as {@code precedent-2026-11-20-x-ray-cervical-upheld.csv}; contains only letters, digits and hyphens before the
     * ending.
     */
    static String compose(SearchRequest request, LocalDate day, String ending) {
        var chosen = request.selection().chosen().values().stream()
                .flatMap(values -> values.stream())
                .collect(Collectors.joining(" "));
        var words = (request.text() + " " + chosen).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        var cut = words.substring(0, Math.min(WORDS, words.length())).replaceAll("^-|-$", "");
        return "precedent-" + day + (cut.isEmpty() ? "" : "-" + cut) + "." + ending;
    }

    /**
     * Value of the {@code Content-Disposition} header that makes a browser save a response under the given name.
     */
    public static String attachment(String name) {
        return "attachment; filename=\"" + name + "\"";
    }
}
