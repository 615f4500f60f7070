package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precedent.determination.Citation;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Issue.GuidelineLine;
import org.precedent.determination.Located;
import org.precedent.determination.Span;

/**
 * Checks that each parsed value occurs in the source text at its span.
 */
final class Spans {
    private final String text;

    private Spans(String text) {
        this.text = text;
    }

    /**
     * Fails if a span is outside the text or covers other words than its value.
     */
    static void check(String text, Parsed parsed) {
        var spans = new Spans(text);
        switch (parsed) {
            case Parsed.Read read -> spans.check(read.determination());
            case Parsed.Unreadable unreadable -> unreadable.findings().forEach(f -> spans.inside(f.span()));
        }
    }

    private void check(Determination d) {
        d.findings().forEach(f -> inside(f.span()));
        d.header()
                .caseNumber()
                .ifPresent(c ->
                        assertEquals(folded(c.value()), folded(slice(c.span()).toUpperCase(java.util.Locale.ROOT))));
        var narrative = new ArrayList<Optional<Located<String>>>();
        narrative.add(d.narrative().clinicalSummary());
        narrative.add(d.narrative().documentsReviewed());
        narrative.forEach(o -> o.ifPresent(this::same));
        d.issues().forEach(this::check);
    }

    private void check(Issue issue) {
        same(issue.request());
        // OCR confuses l and o with similar characters
        var decision = folded(slice(issue.decision().span()))
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("he[1|i]d", "held")
                .replace("0verturned", "overturned");
        assertTrue(
                decision.contains("upheld")
                        || decision.contains("overturned")
                        || decision.contains("medicallynecessary"),
                decision);
        issue.rationale().ifPresent(this::same);
        issue.reasons().forEach(reason -> {
            same(reason.evidence());
            within(issue.rationale().orElseThrow().span(), reason.evidence().span());
        });
        for (var line : List.of(issue.reviewerGuidelines(), issue.administratorGuidelines())) {
            check(line);
        }
        var subject = issue.subject();
        var request = issue.request().span();
        subject.modalities().forEach(m -> within(request, m.span()));
        subject.regions().forEach(r -> within(request, r.span()));
        subject.treatment().ifPresent(t -> within(request, t.span()));
        subject.laterality().ifPresent(l -> within(request, l.span()));
        subject.subcategory().ifPresent(s -> within(request, s.span()));
        subject.items().forEach(i -> within(request, i.span()));
    }

    private void check(GuidelineLine line) {
        line.text().ifPresent(this::same);
        line.citations().stream().map(Citation::text).forEach(this::same);
    }

    private void within(Span outer, Span inner) {
        inside(inner);
        assertTrue(outer.start() <= inner.start() && inner.end() <= outer.end(), inner + " lies outside " + outer);
    }

    private void same(Located<String> located) {
        assertEquals(folded(located.value()), folded(slice(located.span())));
    }

    private String slice(Span span) {
        inside(span);
        return span.slice(text);
    }

    private void inside(Span span) {
        assertTrue(span.end() <= text.length(), span + " lies outside a text of " + text.length());
    }

    /** Removes what normalization may change: whitespace, hyphens, ligatures, invisible characters, page number lines. */
    private static String folded(String text) {
        var visible = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2010', '-')
                .replaceAll("(?im)^\\s*page \\d+ of \\d+\\s*$", "")
                .replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Cc}-]+", "");
        // normalizes again, because removing invisible characters can bring an accent next to its base character
        return Normalizer.normalize(visible, Normalizer.Form.NFKC);
    }
}
