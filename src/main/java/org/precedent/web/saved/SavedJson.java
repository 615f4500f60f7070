package org.precedent.web.saved;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.precedent.saved.SavedSearch;
import org.precedent.search.LetterHit;
import org.precedent.web.search.SearchJson;

/**
 * Renders saved searches as JSON.
 */
public final class SavedJson {
    private SavedJson() {}

    /**
     * A saved search and what is new: {@code name note url created lastOpened since total new changed results}.
     */
    public static Map<String, Object> toMap(SavedNews run) {
        var json = entry(run.saved());
        json.remove("id");
        json.put("since", run.news().since().toString());
        json.put("total", SearchJson.total(run.page().total()));
        json.put("new", SearchJson.total(run.news().fresh()));
        json.put("changed", SearchJson.total(run.news().changed()));
        json.put(
                "results",
                run.page().letters().stream().map(l -> result(l, run.news())).toList());
        return json;
    }

    /**
     * A list, as it is exported and imported again.
     */
    public static Map<String, Object> list(List<SavedSearch> list) {
        var json = new LinkedHashMap<String, Object>();
        json.put("savedSearches", list.stream().map(SavedJson::entry).toList());
        return json;
    }

    private static Map<String, Object> entry(SavedSearch saved) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", saved.id());
        json.put("name", saved.draft().name());
        json.put("note", saved.draft().note());
        json.put("url", saved.draft().url());
        json.put("created", saved.created().at().toString());
        json.put("lastOpened", saved.opened().map(m -> m.at().toString()).orElse(null));
        return json;
    }

    private static Map<String, Object> result(LetterHit letter, NewResults news) {
        var json = new LinkedHashMap<>(SearchJson.letter(letter));
        json.put("status", news.status(letter).orElse(null));
        return json;
    }
}
