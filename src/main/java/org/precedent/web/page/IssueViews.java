package org.precedent.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precedent.determination.Citation;
import org.precedent.determination.CitationFormats;
import org.precedent.determination.Determination;
import org.precedent.determination.GuidelineLine;
import org.precedent.determination.Issue;
import org.precedent.determination.LegalCitation;
import org.precedent.determination.Located;
import org.precedent.search.Facet;
import org.precedent.search.FacetValue;
import org.precedent.search.SearchRequest;
import org.precedent.search.SearchUrl;
import org.precedent.search.Selection;
import org.precedent.search.TextField;
import org.precedent.web.page.LetterView.Guidelines;
import org.precedent.web.page.LetterView.IssueView;
import org.precedent.web.page.LetterView.SimilarView;
import org.precedent.web.page.LetterView.Value;

/**
 * Makes the view of one issue of a letter.
 */
final class IssueViews {
    private final Determination letter;
    private final Issue issue;
    private final Marking marking;
    private final String origin;

    IssueViews(Determination letter, Issue issue, Marking marking, String origin) {
        this.letter = letter;
        this.issue = issue;
        this.marking = marking;
        this.origin = origin;
    }

    IssueView view(List<SimilarView> similar, Optional<String> similarElsewhere) {
        int number = issue.number();
        var anchor = "issue-" + number;
        return new IssueView(
                letter.id() + ":" + number,
                number,
                anchor,
                marking.text(TextField.REQUEST, number, issue.request().value(), anchor + "-request"),
                issue.request().value(),
                DecisionView.of(issue.decision().value()),
                values(),
                guidelines(issue.reviewerGuidelines()),
                guidelines(issue.administratorGuidelines()),
                issue.rationale().map(r -> marking.text(TextField.RATIONALE, number, r.value(), anchor)),
                new CitationFormats(LegalCitation.of(letter, issue), origin + Address.issuePath(letter.id(), number)),
                Evidence.of(letter, issue),
                similar,
                similarElsewhere);
    }

    private List<Value> values() {
        var values = new ArrayList<Value>();
        var subject = issue.subject();
        subject.modalities().stream().map(Located::value).forEach(m -> values.add(value(Facet.MODALITY, m)));
        subject.regions().stream().map(Located::value).forEach(r -> values.add(value(Facet.REGION, r)));
        subject.treatment().map(Located::value).ifPresent(t -> values.add(value(Facet.TREATMENT, t)));
        return values;
    }

    private static Guidelines guidelines(GuidelineLine line) {
        return new Guidelines(
                line.text().map(Located::value),
                line.citations().stream()
                        .map(Citation::label)
                        .distinct()
                        .map(l -> value(Facet.GUIDELINE, l))
                        .toList());
    }

    static Value value(Facet facet, String value) {
        var selection = Selection.NONE.with(new FacetValue(facet, value));
        return new Value(facet.label(), value, SearchUrl.path(SearchRequest.EVERYTHING.with(selection)));
    }
}
