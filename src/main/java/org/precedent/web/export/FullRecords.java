package org.precedent.web.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.precedent.determination.Determination;
import org.precedent.determination.DeterminationJson;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;
import org.precedent.search.SearchEngine;
import org.precedent.search.StoredLetter;
import org.precedent.search.query.Query;

/**
 * Reads the full record of a determination in a result: its JSON including the source text (so that another index can ingest it), the
 * numbers of the matching issues, and when it was added.
 */
public record FullRecords(SearchEngine engine) {
    /**
     * Looks up a determination; empty when it has been removed in the meantime.
     */
    Optional<Determination> determination(String id) {
        return engine.findLetter(id, new Query.Everything()).map(StoredLetter::determination);
    }

    /**
     * Reads one record. For a determination removed in the meantime, the record contains only its ID and {@code gone}.
     */
    Map<String, Object> read(LetterHit letter) {
        var record = new LinkedHashMap<String, Object>();
        engine.findLetter(letter.id(), new Query.Everything())
                .map(StoredLetter::determination)
                .ifPresentOrElse(
                        determination -> {
                            record.putAll(DeterminationJson.toMap(determination));
                            record.put("text", determination.origin().text());
                        },
                        () -> {
                            record.put("id", letter.id());
                            record.put("gone", true);
                        });
        record.put("matching", letter.issues().stream().map(IssueHit::number).toList());
        record.put("firstSeen", letter.ingested().firstSeen().toString());
        record.put("lastChanged", letter.ingested().lastChanged().toString());
        return record;
    }
}
