package org.precedent.web.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.determination.Span;

/**
 * Where an extracted value comes from: the passage of the determination it was read from, with its context.
 *
 * @param kind name of the property: {@code Body region}
 * @param value the value
 * @param before the text just before the passage
 * @param words the passage the value was read from
 * @param after the text just after the passage
 * @param page page of the original file; empty if the file is not kept or has no pages
 */
public record ValueEvidence(
        String kind, String value, String before, String words, String after, Optional<OriginalPage> page) {
    /**
     * A page of the original file.
     *
     * @param number one-based page number
     * @param href URL that opens the file at this page
     */
    public record OriginalPage(int number, String href) {}

    private static final int CONTEXT_LENGTH = 60;
    private static final int MAX_LENGTH = 300;

    /**
     * Evidence for the values of the determination as a whole.
     */
    static List<ValueEvidence> forIssue(Determination letter, Optional<String> original) {
        var evidence = new ArrayList<ValueEvidence>();
        var text = new Source(letter.origin().text(), original);
        var header = letter.header();
        header.caseNumber().ifPresent(c -> evidence.add(of(text, "Case number", c)));
        header.dates().decided().ifPresent(d -> evidence.add(of(text, "Decided", d)));
        header.dates().assigned().ifPresent(d -> evidence.add(of(text, "Assigned", d)));
        header.dates().received().ifPresent(d -> evidence.add(of(text, "Application received", d)));
        header.dates().utilizationReview().ifPresent(d -> evidence.add(of(text, "UR denial date", d)));
        header.dates().injury().ifPresent(d -> evidence.add(of(text, "Injury", d)));
        header.priority().ifPresent(p -> evidence.add(of(text, "Priority", p)));
        letter.reviewer().specialties().forEach(s -> evidence.add(of(text, "Reviewer specialty", s)));
        letter.reviewer().licensure().forEach(s -> evidence.add(of(text, "Licensed in", s)));
        letter.narrative().age().ifPresent(a -> evidence.add(of(text, "Age", a)));
        letter.narrative().sex().ifPresent(s -> evidence.add(of(text, "Sex", s)));
        return List.copyOf(evidence);
    }

    /**
     * Evidence for the values of one issue.
     */
    static List<ValueEvidence> of(Determination letter, Issue issue, Optional<String> original) {
        var evidence = new ArrayList<ValueEvidence>();
        var text = new Source(letter.origin().text(), original);
        var subject = issue.subject();
        evidence.add(of(text, "Decision", issue.decision().map(d -> d.label())));
        subject.modalities().forEach(m -> evidence.add(of(text, "Imaging modality", m)));
        subject.regions().forEach(r -> evidence.add(of(text, "Body region", r)));
        subject.laterality().ifPresent(l -> evidence.add(of(text, "Side", l.map(s -> s.label()))));
        subject.treatment().ifPresent(t -> evidence.add(of(text, "Treatment", t)));
        subject.subcategory().ifPresent(t -> evidence.add(of(text, "Subcategory", t)));
        subject.items().forEach(i -> evidence.add(of(text, "Item", i)));
        issue.reasons()
                .forEach(r -> evidence.add(of(text, "Reason", r.evidence().map(sentence -> r.label()))));
        issue.reviewerGuidelines()
                .citations()
                .forEach(c -> evidence.add(of(text, "Guideline cited", c.text().map(t -> c.label()))));
        issue.administratorGuidelines()
                .citations()
                .forEach(c -> evidence.add(
                        of(text, "Claims administrator cited", c.text().map(t -> c.label()))));
        return List.copyOf(evidence);
    }

    private static ValueEvidence of(Source source, String kind, Located<?> located) {
        var text = source.text;
        var span = within(text, located.span());
        int end = Math.min(span.end(), span.start() + MAX_LENGTH);
        var words = text.substring(span.start(), end) + (end < span.end() ? "…" : "");
        return new ValueEvidence(
                kind,
                located.value().toString(),
                folded(text.substring(Math.max(0, span.start() - CONTEXT_LENGTH), span.start())),
                folded(words),
                folded(text.substring(end, Math.min(text.length(), end + CONTEXT_LENGTH))),
                span.length() == 0 ? Optional.empty() : source.page(span.start()));
    }

    /** Text of a determination and the URL of its original file. */
    private record Source(String text, Optional<String> original) {
        /** The page at an offset of the text, counted by form feeds; empty if the text has none. */
        Optional<OriginalPage> page(int at) {
            if (original.isEmpty() || text.indexOf('\f') < 0) {
                return Optional.empty();
            }
            int number = 1
                    + (int) text.substring(0, at).chars().filter(c -> c == '\f').count();
            return Optional.of(new OriginalPage(number, original.get() + "#page=" + number));
        }
    }

    private static Span within(String text, Span span) {
        int end = Math.min(span.end(), text.length());
        return new Span(Math.min(span.start(), end), end);
    }

    private static String folded(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /**
     * The words the value was read from; empty if it follows from the whole request.
     */
    public Optional<String> read() {
        return words.isBlank() ? Optional.empty() : Optional.of(words);
    }
}
