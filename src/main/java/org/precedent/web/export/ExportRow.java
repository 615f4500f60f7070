package org.precedent.web.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.precedent.determination.Citation;
import org.precedent.determination.CitationFormats;
import org.precedent.determination.LegalCitation;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;

/**
 * Text of a determination in a result, as used by exports and feeds.
 */
final class ExportRow {
    private ExportRow() {}

    /**
     * Citation of the determination.
     */
    static LegalCitation citation(LetterHit letter) {
        return new LegalCitation(
                letter.id(),
                letter.facts().caseNumber(),
                letter.facts().decided(),
                letter.facts().fictional(),
                Optional.empty());
    }

    /**
     * Citation of one of its issues.
     */
    static LegalCitation citation(LetterHit letter, IssueHit issue) {
        var subject = LegalCitation.subject(
                issue.labels().modalities(),
                issue.labels().laterality(),
                issue.labels().regions(),
                issue.request().text());
        return citation(letter).issue(new LegalCitation.IssueRef(issue.number(), subject, issue.decision()));
    }

    /**
     * Citation of the determination in every format.
     */
    static CitationFormats formats(LetterHit letter, AbsoluteUrls addresses) {
        return new CitationFormats(citation(letter), addresses.letter(letter.id()));
    }

    /**
     * Summary of the matching issues in one line: {@code Issue 1: MRI of the neck. Upheld: treatment not approved.}
     */
    static String summary(LetterHit letter) {
        return letter.issues().stream().map(ExportRow::summary).collect(Collectors.joining(" "));
    }

    private static String summary(IssueHit issue) {
        return "Issue " + issue.number() + ": " + issue.request().text() + ". "
                + issue.decision().label() + ": " + issue.decision().effect() + ".";
    }

    /**
     * Facet values of the guidelines the reviewer cited, without duplicates.
     */
    static List<String> guidelines(IssueHit issue) {
        return issue.guidelines().stream().map(Citation::label).distinct().toList();
    }
}
