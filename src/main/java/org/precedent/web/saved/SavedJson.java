package org.precedent.web.saved;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.precedent.json.JsonWritable;
import org.precedent.saved.SavedSearch;
import org.precedent.search.LetterHit;
import org.precedent.web.result.HitJson;
import org.precedent.web.result.SearchJson;

/**
 * Renders saved searches as JSON.
 */
public final class SavedJson {
    private SavedJson() {}

    /**
     * Renders a saved search and its new results, with the keys {@code name note noteShared url created lastOpened since total new changed
     * results}.
     *
     * @param mine whether the client owns it; for others, a private note is {@code null}
     */
    public static Map<String, @Nullable Object> toMap(SavedNews run, boolean mine) {
        var json = entry(run.saved());
        json.put("note", run.saved().note(mine).orElse(null));
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
     * Renders a list of saved searches, in the format that can be imported again.
     */
    public static Map<String, Object> list(List<SavedSearch> list) {
        var json = new LinkedHashMap<String, Object>();
        json.put("savedSearches", list.stream().map(SavedJson::entry).toList());
        return json;
    }

    private static Map<String, @Nullable Object> entry(SavedSearch saved) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", saved.id());
        json.put("name", saved.draft().name());
        json.put("note", saved.draft().note());
        json.put("noteShared", saved.draft().noteShared());
        json.put("url", saved.draft().url());
        json.put("created", saved.created().at().toString());
        json.put("lastOpened", saved.opened().map(m -> m.at().toString()).orElse(null));
        return json;
    }

    private static JsonWritable result(LetterHit letter, NewResults news) {
        return out -> {
            out.startObject();
            new HitJson(letter).writeProperties(out);
            out.property("status", news.status(letter));
            out.endObject();
        };
    }
}
