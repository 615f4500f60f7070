package org.precedent.web.result;

import org.precedent.determination.Citation;
import org.precedent.json.JsonWritable;
import org.precedent.json.JsonWriter;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;
import org.precedent.search.Snippet;
import org.precedent.web.view.PageAddress;

/**
 * A determination with its matching issues as a JSON object.
 */
public record HitJson(LetterHit hit) implements JsonWritable {
    @Override
    public void write(JsonWriter out) {
        out.startObject();
        writeProperties(out);
        out.endObject();
    }

    /**
     * Writes the properties alone, to which the caller may add others.
     */
    public void writeProperties(JsonWriter out) {
        var facts = hit.facts();
        out.property("id", hit.id());
        out.property("case", facts.caseNumber());
        out.property("decided", facts.decided().map(Object::toString));
        out.property("specialties", facts.specialties());
        out.property("outcome", facts.outcome().label());
        out.property("issueCount", facts.issueCount());
        out.property("fictional", facts.fictional());
        out.property("firstSeen", hit.ingested().firstSeen().toString());
        out.property("lastChanged", hit.ingested().lastChanged().toString());
        out.property("url", PageAddress.determinationPath(hit.id()));
        out.array("issues", hit.issues(), this::issue);
        out.property("further", hit.hiddenIssues());
        hit.summary().ifPresent(s -> out.array("summary", s.pieces(), HitJson::piece));
    }

    private void issue(JsonWriter out, IssueHit issue) {
        out.startObject();
        out.property("number", issue.number());
        out.property("request", issue.request().text());
        out.property("title", issue.title().text());
        out.property("decision", issue.decision().label());
        out.property("modality", issue.labels().modalities());
        out.property("region", issue.labels().regions());
        out.property("laterality", issue.labels().laterality());
        out.property("treatment", issue.labels().treatment());
        out.array("guidelines", issue.guidelines(), HitJson::citation);
        out.property("reasons", issue.reasons());
        out.array("snippets", issue.snippets(), HitJson::snippet);
        out.property("url", PageAddress.issuePath(hit.id(), issue.number()));
        out.endObject();
    }

    // the keys of a citation in a determination's own JSON
    private static void citation(JsonWriter out, Citation citation) {
        out.startObject();
        out.property("family", citation.family());
        out.property("title", citation.title());
        out.property("edition", citation.edition());
        out.property("section", citation.section());
        out.property("pages", citation.pages());
        out.property("text", citation.text().value());
        out.endObject();
    }

    private static void snippet(JsonWriter out, Snippet snippet) {
        out.array(snippet.pieces(), HitJson::piece);
    }

    private static void piece(JsonWriter out, Snippet.Piece piece) {
        out.startObject();
        out.property("text", piece.text());
        if (piece.hit()) {
            out.property("hit", true);
        }
        piece.near().ifPresent(typed -> out.property("near", typed));
        out.endObject();
    }
}
