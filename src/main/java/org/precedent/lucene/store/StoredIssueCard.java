package org.precedent.lucene.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.precedent.determination.Citation;
import org.precedent.determination.Decision;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.determination.Reason;
import org.precedent.determination.Span;
import org.precedent.search.IssueHit.SubjectLabels;

/**
 * Stored data of an issue for results lists.
 */
public record StoredIssueCard(
        int number,
        String request,
        Decision decision,
        SubjectLabels labels,
        List<Citation> guidelines,
        List<String> reasons,
        Optional<String> rationale) {

    static StoredIssueCard of(Issue issue) {
        return new StoredIssueCard(
                issue.number(),
                issue.request().value(),
                issue.decision().value(),
                SubjectLabels.of(issue.subject()),
                issue.reviewerGuidelines().citations(),
                issue.reasons().stream().map(Reason::label).distinct().toList(),
                issue.rationale().map(Located::value));
    }

    void write(DataOutput out) throws IOException {
        out.writeVInt(number);
        out.writeString(request);
        out.writeString(decision.name());
        CardFormat.strings(out, labels.modalities());
        CardFormat.strings(out, labels.regions());
        CardFormat.optional(out, labels.laterality());
        CardFormat.optional(out, labels.treatment());
        out.writeVInt(guidelines.size());
        for (var g : guidelines) {
            write(out, g);
        }
        CardFormat.strings(out, reasons);
        CardFormat.optional(out, rationale);
    }

    static StoredIssueCard read(DataInput in) throws IOException {
        return new StoredIssueCard(
                in.readVInt(),
                in.readString(),
                Decision.valueOf(in.readString()),
                new SubjectLabels(
                        CardFormat.strings(in),
                        CardFormat.strings(in),
                        CardFormat.optional(in),
                        CardFormat.optional(in)),
                citations(in),
                CardFormat.strings(in),
                CardFormat.optional(in));
    }

    private static void write(DataOutput out, Citation c) throws IOException {
        out.writeString(c.family());
        CardFormat.optional(out, c.title());
        CardFormat.optional(out, c.edition());
        CardFormat.optional(out, c.section());
        CardFormat.optional(out, c.pages());
        out.writeString(c.text().value());
        out.writeVInt(c.text().span().start());
        out.writeVInt(c.text().span().length());
    }

    private static List<Citation> citations(DataInput in) throws IOException {
        int count = in.readVInt();
        var citations = new ArrayList<Citation>(count);
        for (int i = 0; i < count; i++) {
            citations.add(new Citation(
                    in.readString(),
                    CardFormat.optional(in),
                    CardFormat.optional(in),
                    CardFormat.optional(in),
                    CardFormat.optional(in),
                    located(in)));
        }
        return citations;
    }

    private static Located<String> located(DataInput in) throws IOException {
        var text = in.readString();
        int start = in.readVInt();
        return new Located<>(text, new Span(start, start + in.readVInt()));
    }
}
