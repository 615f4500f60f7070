package org.precedent.web.saved;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.precedent.json.Json;
import org.precedent.saved.Draft;
import org.precedent.saved.InvalidInputException;
import org.precedent.saved.Moment;
import org.precedent.saved.SavedSearches.Imported;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.http.Failure;
import org.precedent.web.search.RequestedSearch;

/**
 * Imports a list of saved searches: the JSON of {@code /saved.json}, or a browser's bookmarks. Entries that are not searches are skipped
 * and counted.
 *
 * @param entries the searches found
 * @param skipped number of links that are not searches
 */
record SavedListImport(List<Imported> entries, int skipped) {
    SavedListImport {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a list in either format.
     *
     * @param now replaces missing, future and other impossible times of entries
     * @throws Failure with status 400 when no links are found or the JSON is malformed
     */
    static SavedListImport read(String text, Moment now) {
        var links = text.stripLeading().startsWith("{") ? json(text) : BookmarkFile.read(text);
        if (links.isEmpty()) {
            throw Failure.parameter(
                    "file",
                    "No links were found. Expected the JSON file that this page exports, or an HTML file of bookmarks.");
        }
        var entries = new ArrayList<Imported>();
        links.forEach(link -> entry(link, now).ifPresent(entries::add));
        return new SavedListImport(entries, links.size() - entries.size());
    }

    private static Optional<Imported> entry(BookmarkFile.Bookmark link, Moment now) {
        try {
            var uri = URI.create(link.href());
            var path = Optional.ofNullable(uri.getRawPath()).orElse("");
            // the file may come from a server with another base path
            if (!path.endsWith(SearchUrl.PATH)) {
                return Optional.empty();
            }
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            var url = SearchUrl.path(RequestedSearch.parsePath(SearchUrl.PATH + query));
            var name = link.name().isBlank() ? "Search" : link.name();
            return Optional.of(new Imported(new Draft(name, link.note(), url), created(link, now)));
        } catch (IllegalArgumentException | Failure | InvalidInputException e) {
            return Optional.empty();
        }
    }

    private static Moment created(BookmarkFile.Bookmark link, Moment now) {
        var at = link.added()
                .filter(added -> added.isAfter(Instant.EPOCH) && added.isBefore(now.at()))
                .orElse(now.at());
        return new Moment(at, at.isBefore(now.indexAsOf()) ? at : now.indexAsOf());
    }

    private static List<BookmarkFile.Bookmark> json(String text) {
        try {
            var list = Json.read(text, Map.class).get("savedSearches");
            return list instanceof List<?> entries
                    ? entries.stream().map(SavedListImport::bookmark).toList()
                    : List.of();
        } catch (Json.NotJson e) {
            throw Failure.parameter(
                    "file", "The file looks like JSON but cannot be read. Export it again, then import the new file.");
        }
    }

    // an entry that is not a link becomes an empty one, which is counted as not a search
    private static BookmarkFile.Bookmark bookmark(Object entry) {
        return entry instanceof Map<?, ?> map
                ? new BookmarkFile.Bookmark(string(map, "url"), string(map, "name"), string(map, "note"), instant(map))
                : new BookmarkFile.Bookmark("", "", "", Optional.empty());
    }

    private static String string(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }

    private static Optional<Instant> instant(Map<?, ?> map) {
        try {
            return Optional.of(Instant.parse(string(map, "created")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
