package org.precedent.web.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.precedent.determination.Citation;
import org.precedent.determination.CitationFormats;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Issue.GuidelineLine;
import org.precedent.determination.LegalCitation;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.search.IssueHit;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.query.TextField;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.letter.LetterView.Guidelines;
import org.precedent.web.letter.LetterView.IssueHeading;
import org.precedent.web.letter.LetterView.IssueView;
import org.precedent.web.letter.LetterView.PointToCheck;
import org.precedent.web.letter.LetterView.Reasoning;
import org.precedent.web.letter.LetterView.Request;
import org.precedent.web.letter.LetterView.Similar;
import org.precedent.web.letter.LetterView.Subject;
import org.precedent.web.letter.LetterView.Value;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.MarkNumbering;
import org.precedent.web.view.MarkedText.Ground;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.SubjectAddress;

/**
 * Builds the view of one issue on a determination's page.
 */
final class IssueViewBuilder {
    private final Determination letter;
    private final Issue issue;
    private final MarkNumbering marking;
    private final String origin;
    private final Optional<String> original;

    IssueViewBuilder(
            Determination letter, Issue issue, MarkNumbering marking, String origin, Optional<String> original) {
        this.letter = letter;
        this.issue = issue;
        this.marking = marking;
        this.origin = origin;
        this.original = original;
    }

    IssueView build(Similar similar, List<PointToCheck> checks) {
        int number = issue.number();
        var anchor = "issue-" + number;
        var request = issue.request().value();
        return new IssueView(
                new IssueHeading(letter.id() + ":" + number, number, anchor),
                new Request(
                        marking.text(TextField.REQUEST, number, request, anchor + "-request"),
                        request,
                        IssueHit.title(request)),
                DecisionView.of(issue.decision().value()),
                new Subject(
                        values(),
                        ValueEvidence.of(letter, issue, original),
                        checks,
                        LetterViewBuilder.corrected(letter, number)),
                new Reasoning(
                        guidelines(issue.reviewerGuidelines()),
                        guidelines(issue.administratorGuidelines()),
                        issue.rationale()
                                .map(r -> marking.text(
                                        TextField.RATIONALE,
                                        number,
                                        r.value(),
                                        GroundSentences.find(issue, r.value(), anchor),
                                        anchor))),
                new CitationFormats(
                        LegalCitation.of(letter, issue), origin + PageAddress.issuePath(letter.id(), number)),
                similar);
    }

    private List<Value> values() {
        var values = new ArrayList<Value>();
        var subject = issue.subject();
        subject.modalities().stream().map(Located::value).forEach(m -> values.add(value(Facet.MODALITY, m)));
        subject.regions().stream().map(Located::value).forEach(r -> values.add(value(Facet.REGION, r)));
        subject.treatment().map(Located::value).ifPresent(t -> {
            values.add(value(Facet.TREATMENT, t));
            var part = subject.subcategory().map(Located::value);
            values.add(new Value(
                    "Treatment page",
                    "Outcomes of " + part.orElse(t),
                    SubjectAddress.treatment(t)
                            + part.map(p -> "/" + SubjectAddress.part(p)).orElse("")));
        });
        return values;
    }

    private static Guidelines guidelines(GuidelineLine line) {
        return new Guidelines(
                line.text().map(Located::value),
                line.citations().stream()
                        .map(Citation::label)
                        .distinct()
                        .map(l -> new Value("Guideline", l, SubjectAddress.guideline(l)))
                        .toList());
    }

    static Value value(Facet facet, String value) {
        var selection = Selection.NONE.with(new FacetValue(facet, value));
        return new Value(facet.label(), value, SearchUrl.path(SearchRequest.EVERYTHING.with(selection)));
    }

    /**
     * Finds the sentences of a rationale that state the grounds of the decision. A ground whose sentence is not found in the rationale is
     * omitted, so that every ground shown has its evidence.
     */
    private static final class GroundSentences {
        private GroundSentences() {}

        /**
         * Finds the sentences for an issue, in the order of the rationale and without overlaps. A sentence that states several grounds is
         * listed once.
         *
         * @param rationale the rationale as displayed
         * @param anchor prefix of the sentences' HTML anchors
         */
        static List<Ground> find(Issue issue, String rationale, String anchor) {
            var labels = new LinkedHashMap<Span, SequencedSet<String>>();
            for (var reason : issue.reasons()) {
                var sentence = reason.evidence().value();
                int at = sentence.isBlank() ? -1 : rationale.indexOf(sentence);
                if (at >= 0) {
                    labels.computeIfAbsent(new Span(at, at + sentence.length()), s -> new LinkedHashSet<>())
                            .add(reason.label());
                }
            }
            var sentences = new ArrayList<>(labels.entrySet());
            sentences.sort(Map.Entry.comparingByKey(
                    Comparator.comparingInt(Span::start).thenComparingInt(s -> -s.end())));
            var grounds = new ArrayList<Ground>();
            for (var sentence : sentences) {
                var span = sentence.getKey();
                var last = grounds.isEmpty() ? null : grounds.getLast();
                if (last != null && span.start() < last.span().end()) {
                    grounds.removeLast();
                    grounds.add(new Ground(last.id(), joined(last.labels(), sentence.getValue()), last.span()));
                } else {
                    var id = anchor + "-ground-" + (grounds.size() + 1);
                    grounds.add(new Ground(id, List.copyOf(sentence.getValue()), span));
                }
            }
            return List.copyOf(grounds);
        }

        private static List<String> joined(List<String> some, SequencedSet<String> others) {
            var all = new LinkedHashSet<>(some);
            all.addAll(others);
            return List.copyOf(all);
        }
    }
}
