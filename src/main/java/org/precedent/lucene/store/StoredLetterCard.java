package org.precedent.lucene.store;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.precedent.determination.Determination;
import org.precedent.determination.Outcome;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;
import org.precedent.search.LetterHit.DeterminationFacts;
import org.precedent.search.LetterHit.IngestTimes;
import org.precedent.search.Snippet;

/**
 * Stored data of a determination for results lists, plus the digests of its file and content, which determine whether it is replaced.
 *
 * @param facts of the determination
 * @param sha256 SHA-256 of its file
 * @param content digest of the extracted content
 * @param ingested times of first ingestion and last change
 */
public record StoredLetterCard(DeterminationFacts facts, String sha256, String content, IngestTimes ingested) {

    public static StoredLetterCard of(Determination d, String content, IngestTimes ingested) {
        return new StoredLetterCard(DeterminationFacts.of(d), d.origin().sha256(), content, ingested);
    }

    public LetterHit hit(List<IssueHit> issues, int hiddenIssues, Optional<Snippet> summary) {
        return new LetterHit(facts, ingested, issues, hiddenIssues, summary);
    }

    void write(DataOutput out) throws IOException {
        out.writeString(facts.id());
        CardFormat.digest(out, sha256);
        CardFormat.digest(out, content);
        CardFormat.optional(out, facts.caseNumber());
        CardFormat.optional(out, facts.decided().map(LocalDate::toString));
        CardFormat.strings(out, facts.specialties());
        out.writeString(facts.outcome().name());
        out.writeVInt(facts.issueCount());
        out.writeByte((byte) (facts.fictional() ? 1 : 0));
        out.writeLong(ingested.firstSeen().toEpochMilli());
        out.writeLong(ingested.lastChanged().toEpochMilli());
    }

    static StoredLetterCard read(DataInput in) throws IOException {
        var id = in.readString();
        var sha256 = CardFormat.digest(in);
        var content = CardFormat.digest(in);
        var facts = new DeterminationFacts(
                id,
                CardFormat.optional(in),
                CardFormat.optional(in).map(LocalDate::parse),
                CardFormat.strings(in),
                Outcome.valueOf(in.readString()),
                in.readVInt(),
                in.readByte() == 1);
        var ingested = new IngestTimes(Instant.ofEpochMilli(in.readLong()), Instant.ofEpochMilli(in.readLong()));
        return new StoredLetterCard(facts, sha256, content, ingested);
    }
}
