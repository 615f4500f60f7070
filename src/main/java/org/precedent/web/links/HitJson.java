package org.precedent.web.links;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.precedent.determination.DeterminationJson;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;
import org.precedent.search.Snippet;

/**
 * A letter of a result as {@code /search.json} shows it.
 */
final class HitJson {
    private HitJson() {}

    static Map<String, Object> of(LetterHit letter) {
        var path = Addresses.letterPath(letter.id());
        var json = new LinkedHashMap<String, Object>();
        json.put("id", letter.id());
        json.put("case", letter.caseNumber().orElse(null));
        json.put("decided", letter.decided().map(Object::toString).orElse(null));
        json.put("specialties", letter.specialties());
        json.put("outcome", letter.outcome().label());
        json.put("fictional", letter.fictional());
        json.put("firstSeen", letter.firstSeen().toString());
        json.put("lastChanged", letter.lastChanged().toString());
        json.put("url", path);
        json.put("issues", letter.issues().stream().map(i -> issue(i, path)).toList());
        return json;
    }

    private static Map<String, Object> issue(IssueHit issue, String path) {
        var json = new LinkedHashMap<String, Object>();
        json.put("number", issue.number());
        json.put("request", issue.request().text());
        json.put("decision", issue.decision().label());
        json.put("modality", issue.modalities());
        json.put("region", issue.regions());
        json.put("laterality", issue.laterality().orElse(null));
        json.put("treatment", issue.treatment().orElse(null));
        json.put(
                "guidelines",
                issue.guidelines().stream().map(DeterminationJson::citation).toList());
        json.put("snippets", issue.snippets().stream().map(HitJson::pieces).toList());
        json.put("url", path + "#issue-" + issue.number());
        return json;
    }

    private static List<Map<String, Object>> pieces(Snippet snippet) {
        return snippet.pieces().stream()
                .map(p -> p.hit()
                        ? Map.<String, Object>of("text", p.text(), "hit", true)
                        : Map.<String, Object>of("text", p.text()))
                .toList();
    }
}
