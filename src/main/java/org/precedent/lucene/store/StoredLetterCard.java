package org.precedent.lucene.store;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.precedent.determination.Determination;
import org.precedent.determination.Located;
import org.precedent.determination.Outcome;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;
import org.precedent.search.Snippet;

/**
 * What a result list shows of a determination, plus what replacing it needs: the digests of its file and of its content.
 */
public record StoredLetterCard(
        String id,
        String sha256,
        String content,
        Optional<String> caseNumber,
        Optional<LocalDate> decided,
        List<String> specialties,
        Outcome outcome,
        int issueCount,
        boolean fictional,
        Instant firstSeen,
        Instant lastChanged) {

    public static StoredLetterCard of(Determination d, String content, Instant firstSeen, Instant lastChanged) {
        return new StoredLetterCard(
                d.id(),
                d.origin().sha256(),
                content,
                d.header().caseNumber().map(Located::value),
                d.header().dates().decided().map(Located::value),
                d.reviewer().specialties().stream().map(Located::value).toList(),
                d.outcome(),
                d.issues().size(),
                d.origin().fictional(),
                firstSeen,
                lastChanged);
    }

    public LetterHit hit(List<IssueHit> issues, int further, Optional<Snippet> summary) {
        return new LetterHit(
                id,
                caseNumber,
                decided,
                specialties,
                outcome,
                issueCount,
                fictional,
                firstSeen,
                lastChanged,
                issues,
                further,
                summary);
    }

    void write(DataOutput out) throws IOException {
        out.writeString(id);
        CardFormat.digest(out, sha256);
        CardFormat.digest(out, content);
        CardFormat.optional(out, caseNumber);
        CardFormat.optional(out, decided.map(LocalDate::toString));
        CardFormat.strings(out, specialties);
        out.writeString(outcome.name());
        out.writeVInt(issueCount);
        out.writeByte((byte) (fictional ? 1 : 0));
        out.writeLong(firstSeen.toEpochMilli());
        out.writeLong(lastChanged.toEpochMilli());
    }

    static StoredLetterCard read(DataInput in) throws IOException {
        return new StoredLetterCard(
                in.readString(),
                CardFormat.digest(in),
                CardFormat.digest(in),
                CardFormat.optional(in),
                CardFormat.optional(in).map(LocalDate::parse),
                CardFormat.strings(in),
                Outcome.valueOf(in.readString()),
                in.readVInt(),
                in.readByte() == 1,
                Instant.ofEpochMilli(in.readLong()),
                Instant.ofEpochMilli(in.readLong()));
    }
}
