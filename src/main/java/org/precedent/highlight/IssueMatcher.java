package org.precedent.highlight;

import java.util.Optional;
import java.util.stream.Stream;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.search.facet.IssueFacets;
import org.precedent.search.query.Query;
import org.precedent.search.query.Query.And;
import org.precedent.search.query.Query.CaseIs;
import org.precedent.search.query.Query.Decided;
import org.precedent.search.query.Query.Everything;
import org.precedent.search.query.Query.Has;
import org.precedent.search.query.Query.In;
import org.precedent.search.query.Query.Near;
import org.precedent.search.query.Query.Not;
import org.precedent.search.query.Query.NotNear;
import org.precedent.search.query.Query.Or;
import org.precedent.search.query.Query.Phrase;
import org.precedent.search.query.Query.Prefix;
import org.precedent.search.query.Query.Word;
import org.precedent.search.query.TextField;
import org.precedent.text.TextAnalysis;

/**
 * Tests whether parts of a query match an issue, using only its texts, for engines that cannot query their index while highlighting: in
 * {@code (fusion AND failed) OR brace} the word "fusion" is highlighted only if "failed" matches too.
 */
public final class IssueMatcher {
    private final TextAnalysis analysis;
    private final LeafTerms lexicon;
    private final boolean summary;

    /**
     * Creates a matcher.
     *
     * @param summary whether words without a field also match in the clinical summary
     */
    public IssueMatcher(TextAnalysis analysis, boolean summary) {
        this.analysis = analysis;
        this.lexicon = new LeafTerms(analysis);
        this.summary = summary;
    }

    /** Whether a query matches an issue of a determination. */
    public boolean matches(Query query, Determination determination, Issue issue) {
        return matches(query, determination, issue, Optional.empty());
    }

    private boolean matches(Query query, Determination letter, Issue issue, Optional<TextField> only) {
        return switch (query) {
            case Everything e -> true;
            case And and -> and.parts().stream().allMatch(p -> matches(p, letter, issue, only));
            case Or or -> or.parts().stream().anyMatch(p -> matches(p, letter, issue, only));
            case Not not -> !matches(not.part(), letter, issue, only);
            case In in -> matches(in.part(), letter, issue, Optional.of(in.field()));
            case Has has ->
                analysis.paths()
                        .withAncestors(
                                has.value().facet(),
                                IssueFacets.values(has.value().facet(), letter, issue))
                        .contains(has.value().value());
            case Decided decided ->
                letter.header().dates().decided().map(Located::value).stream().anyMatch(decided.range()::contains);
            case CaseIs is ->
                letter.header().caseNumber().map(Located::value).stream().anyMatch(is.caseNumber()::equalsIgnoreCase);
            case Word word -> lexicon.sequences(word).isEmpty() || matchesText(word, letter, issue, only);
            case Phrase phrase -> lexicon.tokens(phrase).isEmpty() || matchesText(phrase, letter, issue, only);
            case Prefix prefix -> matchesText(prefix, letter, issue, only);
            case Near near -> matchesText(near, letter, issue, only);
            case NotNear near -> matchesText(near, letter, issue, only);
        };
    }

    private boolean matchesText(Query query, Determination letter, Issue issue, Optional<TextField> only) {
        var matcher = PositionMatcher.of(lexicon, query);
        return texts(letter, issue, only)
                .anyMatch(text ->
                        matcher.matches(new TokenPositions(analysis.tokenizer().tokenize(text))));
    }

    private Stream<String> texts(Determination letter, Issue issue, Optional<TextField> only) {
        if (only.isPresent()) {
            return text(only.get(), letter, issue);
        }
        var own = Stream.of(
                text(TextField.REQUEST, letter, issue),
                text(TextField.RATIONALE, letter, issue),
                IssueFacets.labels(analysis.paths(), letter, issue).stream(),
                summary ? text(TextField.SUMMARY, letter, issue) : Stream.<String>empty());
        return own.flatMap(s -> s);
    }

    private static Stream<String> text(TextField field, Determination letter, Issue issue) {
        return switch (field) {
            case REQUEST -> Stream.of(issue.request().value());
            case RATIONALE -> issue.rationale().map(Located::value).stream();
            case SUMMARY -> letter.narrative().clinicalSummary().map(Located::value).stream();
        };
    }
}
