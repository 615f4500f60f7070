package org.precedent.bench.peers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.precedent.bench.BenchCorpus;
import org.precedent.bench.letters.GeneratedLetters.Generated;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.parse.Parsed;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.IssueFacets;
import org.precedent.vocabulary.Vocabularies;

/**
 * The issues of a corpus as flat records: texts and facet values as the product reads them, including ancestors in facet trees.
 */
final class IssueRecords {
    /** The facets a peer counts when its answer is a list of issues. */
    static final List<Facet> COUNTED =
            List.of(Facet.MODALITY, Facet.REGION, Facet.DECISION, Facet.GUIDELINE, Facet.SPECIALTY, Facet.YEAR);

    /** The fields a peer returns for an issue, besides snippets. */
    static final List<String> SHOWN = List.of("id", "letter", "request", "decision", "year");

    /** The facets in the product's answer; each peer indexes all of them. */
    static final List<Facet> KEPT = List.of(
            Facet.MODALITY,
            Facet.REGION,
            Facet.DECISION,
            Facet.GUIDELINE,
            Facet.SPECIALTY,
            Facet.TREATMENT,
            Facet.REASON,
            Facet.YEAR,
            Facet.OUTCOME,
            Facet.SIGNAL);

    /** The maximum number of issues shown per determination, more than any in the corpus has. */
    static final int SHOWN_OF_EACH = 25;

    /** The field with the id of an issue's determination. */
    static final String DETERMINATION = "letter";

    static final String DETERMINATIONS = "determinations";

    private final BenchCorpus corpus;
    private final LetterParser parser = new LetterParser(Vocabularies.bundled());
    private final FacetPaths paths = new FacetPaths(Vocabularies.bundled());

    IssueRecords(BenchCorpus corpus) {
        this.corpus = corpus;
    }

    /** The issues grouped by determination. */
    Stream<List<Map<String, Object>>> all() {
        return corpus.letters().first(corpus.size()).map(this::issues);
    }

    private List<Map<String, Object>> issues(Generated letter) {
        return switch (parser.parse(new Letter(letter.source(), "", letter.text(), false))) {
            case Parsed.Read read ->
                read.determination().issues().stream()
                        .map(issue -> issue(read.determination(), issue))
                        .toList();
            case Parsed.Unreadable unreadable ->
                throw new IllegalStateException(letter.source() + ": " + unreadable.findings());
        };
    }

    private Map<String, Object> issue(Determination letter, Issue issue) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", letter.id() + "-" + issue.number());
        fields.put("letter", letter.id());
        fields.put("request", issue.request().value());
        fields.put("rationale", issue.rationale().map(Located::value).orElse(""));
        fields.put("label", IssueFacets.labels(paths, letter, issue));
        letter.narrative().clinicalSummary().ifPresent(summary -> fields.put("summary", summary.value()));
        KEPT.forEach(facet -> fields.put(
                facet.parameter(), List.copyOf(paths.withAncestors(facet, IssueFacets.values(facet, letter, issue)))));
        return fields;
    }
}
