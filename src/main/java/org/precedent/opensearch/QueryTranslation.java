package org.precedent.opensearch;

import static org.precedent.opensearch.cluster.QueryJson.ISSUES;
import static org.precedent.opensearch.cluster.QueryJson.anyOf;
import static org.precedent.opensearch.cluster.QueryJson.constantScore;
import static org.precedent.opensearch.cluster.QueryJson.disMax;
import static org.precedent.opensearch.cluster.QueryJson.matchAll;
import static org.precedent.opensearch.cluster.QueryJson.not;
import static org.precedent.opensearch.cluster.QueryJson.object;
import static org.precedent.opensearch.cluster.QueryJson.term;
import static org.precedent.opensearch.write.IndexMapping.all;
import static org.precedent.opensearch.write.IndexMapping.field;
import static org.precedent.opensearch.write.IndexMapping.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.precedent.highlight.LeafTerms;
import org.precedent.highlight.PlainWords;
import org.precedent.opensearch.cluster.QueryJson;
import org.precedent.opensearch.write.DeterminationDocument;
import org.precedent.search.Search;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.FacetValue;
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
import org.precedent.text.IndexTerms;
import org.precedent.text.TextAnalysis;

/**
 * Translates a query tree into a query on one nested issue. A word without a field is a term of the weighted field, which holds the issue's
 * own texts and labels; parts that need positions search the text fields.
 */
final class QueryTranslation {
    private static final float NEIGHBOR = 0.6f;

    private final TextAnalysis analysis;
    private final LeafTerms lexicon;
    private final boolean summary;

    /**
     * A translator of queries.
     *
     * @param summary whether words without a field are also searched for in the clinical summary
     */
    QueryTranslation(TextAnalysis analysis, boolean summary) {
        this.analysis = analysis;
        this.lexicon = new LeafTerms(analysis);
        this.summary = summary;
    }

    Map<String, Object> translate(Query query) {
        return translate(query, Optional.empty());
    }

    private Map<String, Object> translate(Query query, Optional<TextField> only) {
        return switch (query) {
            case Everything e -> matchAll();
            case Word w -> only.isPresent() ? inFields(lexicon.sequences(w), fields(only)) : word(lexicon.sequences(w));
            case Phrase p -> phrase(p, fields(only));
            case Prefix p -> prefix(p, fields(only));
            case And and -> and(and.parts(), only);
            case Or or -> anyOf(or.parts().stream().map(p -> translate(p, only)).toList());
            case Not n -> not(translate(n.part(), only));
            case Near near -> near(near, fields(only));
            case NotNear near -> near(near, fields(only));
            case In in -> translate(in.part(), Optional.of(in.field()));
            case Has has -> facet(has.value());
            case Decided decided -> decided(decided.range());
            case CaseIs is -> term(ISSUES + ".case", is.caseNumber().toUpperCase(Locale.ROOT));
        };
    }

    private List<String> fields(Optional<TextField> only) {
        if (only.isPresent()) {
            return List.of(field(only.get()));
        }
        var own = List.of(field(TextField.REQUEST), field(TextField.RATIONALE), label());
        return summary
                ? Stream.concat(own.stream(), Stream.of(field(TextField.SUMMARY)))
                        .toList()
                : own;
    }

    static Map<String, Object> facet(FacetValue value) {
        return term(QueryJson.facet(value.facet().parameter()), value.value());
    }

    static Map<String, Object> decided(DateRange range) {
        if (range.equals(DateRange.ALWAYS)) {
            return matchAll();
        }
        var bounds = object();
        range.from().ifPresent(d -> bounds.put("gte", d.toEpochDay()));
        range.to().ifPresent(d -> bounds.put("lte", d.toEpochDay()));
        return object("range", object(ISSUES + ".decided", bounds));
    }

    static Map<String, Object> since(Search.Since since) {
        long after = since.after().toEpochMilli();
        return switch (since.kind()) {
            case NEW -> QueryJson.range(ISSUES + ".first", "gt", after);
            case CHANGED ->
                QueryJson.allOf(List.of(
                        QueryJson.range(ISSUES + ".first", "lte", after),
                        QueryJson.range(ISSUES + ".changed", "gt", after)));
        };
    }

    /**
     * A word without a field: in the issue's own texts and labels, and in the summary if requested.
     *
     * @param sequences sequences of stems, any of which satisfies it
     */
    Map<String, Object> word(List<List<String>> sequences) {
        return summary && !sequences.isEmpty()
                ? anyOf(List.of(issueWord(sequences), inFields(sequences, List.of(field(TextField.SUMMARY)))))
                : issueWord(sequences);
    }

    /**
     * A word in the issue's own texts and labels only; adds to the score.
     *
     * @param sequences sequences of stems, any of which satisfies it
     */
    Map<String, Object> issueWord(List<List<String>> sequences) {
        if (sequences.isEmpty()) {
            return matchAll();
        }
        var parts = new ArrayList<Map<String, Object>>();
        var own = List.of(field(TextField.REQUEST), field(TextField.RATIONALE), label());
        for (var sequence : sequences) {
            if (isOneTerm(sequence)) {
                parts.addAll(weighted(sequence));
            } else {
                own.forEach(f -> parts.add(adjacent(f, sequence)));
            }
        }
        return disMax(parts);
    }

    private boolean isOneTerm(List<String> sequence) {
        return sequence.size() == 1 || analysis.synonyms().isTerm(sequence);
    }

    private static List<Map<String, Object>> weighted(List<String> sequence) {
        return List.of(
                term(all(), DeterminationDocument.weightedToken(IndexTerms.weighted(sequence))),
                term(all(), DeterminationDocument.weightedToken(IndexTerms.label(sequence))));
    }

    private static Map<String, Object> inFields(List<List<String>> sequences, List<String> fields) {
        return sequences.isEmpty()
                ? matchAll()
                : anyOf(fields.stream()
                        .flatMap(f -> sequences.stream().map(s -> adjacent(f, s)))
                        .toList());
    }

    private static Map<String, Object> adjacent(String field, List<String> tokens) {
        return tokens.size() == 1
                ? term(field, tokens.getFirst())
                : object("match_phrase", object(field, object("query", String.join(" ", tokens), "analyzer", "bare")));
    }

    private Map<String, Object> phrase(Phrase phrase, List<String> fields) {
        var forms = lexicon.tokens(phrase).stream()
                .map(t -> DeterminationDocument.exactToken(t.form()))
                .toList();
        return forms.isEmpty()
                ? matchAll()
                : anyOf(fields.stream().map(f -> adjacent(f, forms)).toList());
    }

    private static Map<String, Object> prefix(Prefix prefix, List<String> fields) {
        var start = DeterminationDocument.exactToken(LeafTerms.prefix(prefix));
        return anyOf(
                fields.stream().map(f -> object("prefix", object(f, start))).toList());
    }

    private Map<String, Object> near(Query near, List<String> fields) {
        return anyOf(fields.stream()
                .map(f -> new ProximityJson(lexicon, f).translate(near))
                .toList());
    }

    private Map<String, Object> and(List<Query> parts, Optional<TextField> only) {
        return QueryJson.allOf(parts.stream().map(p -> translate(p, only)).toList());
    }

    /** The scoring clauses of a query, one for each word; none if all matches rank equally. */
    List<Map<String, Object>> ranking(Query query) {
        return words(query).distinct().toList();
    }

    private Stream<Map<String, Object>> words(Query query) {
        return switch (query) {
            case Word word -> ranking(word).stream();
            case Phrase phrase -> lexicon.tokens(phrase).stream().map(t -> disMax(weighted(List.of(t.stem()))));
            case Near near -> Stream.concat(words(near.left()), words(near.right()));
            case NotNear near -> words(near.left());
            case And and -> and.parts().stream().flatMap(this::words);
            case Or or -> or.parts().stream().flatMap(this::words);
            case In in -> words(in.part());
            case Prefix p -> Stream.empty();
            case Not n -> Stream.empty();
            case Has h -> Stream.empty();
            case Decided d -> Stream.empty();
            case CaseIs c -> Stream.empty();
            case Everything e -> Stream.empty();
        };
    }

    private Optional<Map<String, Object>> ranking(Word word) {
        var sequences = lexicon.sequences(word);
        var known = sequences.stream().filter(this::isOneTerm).toList();
        if (!known.isEmpty()) {
            return Optional.of(
                    disMax(known.stream().flatMap(s -> weighted(s).stream()).toList()));
        }
        return sequences.stream()
                .findFirst()
                .map(stems -> anyOf(
                        stems.stream().map(s -> disMax(weighted(List.of(s)))).toList()));
    }

    /**
     * The scoring clauses of plain words: one for each word and, with less weight, for related lay and clinical terms, which do not affect
     * what matches.
     */
    List<Map<String, Object>> ranking(List<PlainWords.ExpandedWord> words) {
        var clauses = new ArrayList<Map<String, Object>>();
        words.stream().filter(w -> !w.sequences().isEmpty()).forEach(w -> clauses.add(issueWord(w.sequences())));
        var stems = words.stream()
                .map(w -> analysis.tokenizer().stems(w.word().text()))
                .toList();
        analysis.neighbors()
                .sequences(stems)
                .forEach(near ->
                        clauses.add(object("bool", object("should", List.of(issueWord(near)), "boost", NEIGHBOR))));
        return clauses;
    }

    /** A clause that adds a constant to the score of issues with a facet value. */
    static Map<String, Object> boosting(FacetValue value, double score) {
        return constantScore(facet(value), score);
    }
}
