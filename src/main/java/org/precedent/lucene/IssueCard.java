package org.precedent.lucene;

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
import org.precedent.determination.Span;

/**
 * What a result list shows of an issue, kept with those of its letter.
 */
record IssueCard(
        int number,
        String request,
        Decision decision,
        List<String> modalities,
        List<String> regions,
        Optional<String> laterality,
        Optional<String> treatment,
        List<Citation> guidelines,
        Optional<String> rationale) {

    static IssueCard of(Issue issue) {
        var subject = issue.subject();
        return new IssueCard(
                issue.number(),
                issue.request().value(),
                issue.decision().value(),
                subject.modalities().stream().map(Located::value).toList(),
                subject.regions().stream().map(Located::value).toList(),
                subject.laterality().map(l -> l.value().label()),
                subject.treatment().map(Located::value),
                issue.reviewerGuidelines().citations(),
                issue.rationale().map(Located::value));
    }

    void write(DataOutput out) throws IOException {
        out.writeVInt(number);
        out.writeString(request);
        out.writeString(decision.name());
        Cards.strings(out, modalities);
        Cards.strings(out, regions);
        Cards.optional(out, laterality);
        Cards.optional(out, treatment);
        out.writeVInt(guidelines.size());
        for (var g : guidelines) {
            write(out, g);
        }
        Cards.optional(out, rationale);
    }

    static IssueCard read(DataInput in) throws IOException {
        return new IssueCard(
                in.readVInt(),
                in.readString(),
                Decision.valueOf(in.readString()),
                Cards.strings(in),
                Cards.strings(in),
                Cards.optional(in),
                Cards.optional(in),
                citations(in),
                Cards.optional(in));
    }

    private static void write(DataOutput out, Citation c) throws IOException {
        out.writeString(c.family());
        Cards.optional(out, c.title());
        Cards.optional(out, c.edition());
        Cards.optional(out, c.section());
        Cards.optional(out, c.pages());
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
                    Cards.optional(in),
                    Cards.optional(in),
                    Cards.optional(in),
                    Cards.optional(in),
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
