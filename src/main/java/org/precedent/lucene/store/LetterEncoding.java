package org.precedent.lucene.store;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.DataOutput;
import org.precedent.determination.Citation;
import org.precedent.determination.Determination;
import org.precedent.determination.Finding;
import org.precedent.determination.GuidelineLine;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.determination.Narrative;
import org.precedent.determination.Origin;
import org.precedent.determination.Span;
import org.precedent.determination.Subject;

/**
 * Writes a letter for keeping: its text without what its {@link StoredCardGroup} hold, and of every value where it stands, with the
 * value itself only where it is not made of the text's words. {@link LetterDecoding} reads it.
 */
final class LetterEncoding {
    /** How a value is told. */
    static final int SLICE = 0;

    static final int FOLDED = 1;
    static final int EDITED = 2;
    static final int APART = 3;

    private final DataOutput out;
    private final String text;
    private int last;

    private LetterEncoding(DataOutput out, String text) {
        this.out = out;
        this.text = text;
    }

    /** Everything but where its file lies. */
    static void write(Determination letter, DataOutput out) throws IOException {
        new LetterEncoding(out, letter.origin().text()).letter(letter);
    }

    private void letter(Determination letter) throws IOException {
        out.writeString(letter.id());
        origin(letter.origin());
        out.writeVInt(letter.issues().size());
        remainder(StoredTextGap.of(letter));
        var header = letter.header();
        text(header.caseNumber());
        text(header.priority());
        date(header.dates().assigned());
        date(header.dates().injury());
        date(header.dates().decided());
        date(header.dates().utilizationReview());
        date(header.dates().received());
        texts(letter.reviewer().specialties());
        texts(letter.reviewer().licensure());
        narrative(letter.narrative());
        for (var issue : letter.issues()) {
            issue(issue);
        }
        out.writeVInt(letter.findings().size());
        for (var finding : letter.findings()) {
            finding(finding);
        }
    }

    private void origin(Origin origin) throws IOException {
        CardFormat.digest(out, origin.sha256());
        out.writeString(origin.layout().name());
        flag(origin.scanned());
        flag(origin.fictional());
    }

    private void remainder(List<StoredTextGap> gaps) throws IOException {
        out.writeVInt(gaps.size());
        var remainder = new StringBuilder(text.length());
        int from = 0;
        for (var gap : gaps) {
            gap.write(out);
            remainder.append(text, from, gap.start());
            from = gap.end();
        }
        out.writeString(remainder.append(text, from, text.length()).toString());
    }

    private void narrative(Narrative narrative) throws IOException {
        if (some(narrative.age())) {
            span(narrative.age().orElseThrow().span());
            out.writeZInt(narrative.age().orElseThrow().value());
        }
        text(narrative.sex());
        text(narrative.clinicalSummary());
        text(narrative.documentsReviewed());
    }

    private void issue(Issue issue) throws IOException {
        out.writeVInt(issue.number());
        text(issue.request());
        named(issue.decision());
        subject(issue.subject());
        line(issue.reviewerGuidelines());
        line(issue.administratorGuidelines());
        text(issue.rationale());
        out.writeVInt(issue.reasons().size());
        for (var reason : issue.reasons()) {
            out.writeString(reason.code());
            out.writeString(reason.label());
            text(reason.evidence());
        }
    }

    private void subject(Subject subject) throws IOException {
        texts(subject.modalities());
        texts(subject.regions());
        if (some(subject.laterality())) {
            named(subject.laterality().orElseThrow());
        }
        text(subject.treatment());
        text(subject.subcategory());
        texts(subject.items());
    }

    private void line(GuidelineLine line) throws IOException {
        text(line.text());
        out.writeVInt(line.citations().size());
        for (var citation : line.citations()) {
            citation(citation);
        }
    }

    private void citation(Citation citation) throws IOException {
        out.writeString(citation.family());
        CardFormat.optional(out, citation.title());
        CardFormat.optional(out, citation.edition());
        CardFormat.optional(out, citation.section());
        CardFormat.optional(out, citation.pages());
        text(citation.text());
    }

    private void finding(Finding finding) throws IOException {
        out.writeString(finding.kind().name());
        out.writeString(finding.message());
        span(finding.span());
    }

    private void texts(List<Located<String>> values) throws IOException {
        out.writeVInt(values.size());
        for (var value : values) {
            text(value);
        }
    }

    private void text(Optional<Located<String>> value) throws IOException {
        if (some(value)) {
            text(value.orElseThrow());
        }
    }

    private void text(Located<String> located) throws IOException {
        var span = located.span();
        var value = located.value();
        span(span);
        if (span.end() > text.length()) {
            apart(value);
        } else if (value.length() == span.length() && text.startsWith(value, span.start())) {
            out.writeVInt(SLICE);
        } else {
            folded(StoredTextPatch.folded(text, span.start(), span.end()), value);
        }
    }

    private void folded(String folded, String value) throws IOException {
        if (folded.equals(value)) {
            out.writeVInt(FOLDED);
            return;
        }
        var edits = StoredTextPatch.between(folded, value);
        if (edits.isPresent()) {
            out.writeVInt(EDITED);
            edits.get().write(out);
        } else {
            apart(value);
        }
    }

    private void apart(String value) throws IOException {
        out.writeVInt(APART);
        out.writeString(value);
    }

    private void date(Optional<Located<LocalDate>> date) throws IOException {
        if (some(date)) {
            span(date.orElseThrow().span());
            out.writeZLong(date.orElseThrow().value().toEpochDay());
        }
    }

    private void named(Located<? extends Enum<?>> value) throws IOException {
        span(value.span());
        out.writeString(value.value().name());
    }

    /** Spans follow each other closely, so the way from the last one is short. */
    private void span(Span span) throws IOException {
        out.writeZInt(span.start() - last);
        out.writeVInt(span.length());
        last = span.start();
    }

    private boolean some(Optional<?> value) throws IOException {
        flag(value.isPresent());
        return value.isPresent();
    }

    private void flag(boolean is) throws IOException {
        out.writeByte((byte) (is ? 1 : 0));
    }
}
