package org.precedent.search.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precedent.determination.Span;
import org.precedent.search.Search;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.interpret.Interpretation.AlternativeReading;
import org.precedent.search.interpret.Interpretation.Understood;
import org.precedent.search.query.CaseNumbers;
import org.precedent.search.query.ClosestName;
import org.precedent.search.query.FieldValueParser;
import org.precedent.search.query.LiteralText;
import org.precedent.search.query.Query;
import org.precedent.search.query.QueryError;
import org.precedent.search.query.QueryLimits;
import org.precedent.search.query.QueryNormalizer;
import org.precedent.search.query.QueryParser;
import org.precedent.search.query.QueryPrinter;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;

/**
 * Interprets a request: parses its text into a query tree and recognizes words that name facet values.
 */
public final class Interpreter {
    private static final int MIN_CORRECTED_LENGTH = 3;
    /** Words of at least this many letters are corrected at an edit distance of two, shorter ones of one. */
    private static final int MIN_LENGTH_FOR_TWO_EDITS = 7;

    private final RecognitionData data;
    private final FieldValueParser values;
    private final OfferedFilters filters;

    /**
     * An interpreter that recognizes values of these vocabularies.
     */
    public Interpreter(Vocabularies vocabularies) {
        this.values = new FieldValueParser(vocabularies);
        this.data = RecognitionData.of(vocabularies);
        this.filters = new OfferedFilters(vocabularies);
    }

    /**
     * Interprets a request. Never throws, whatever the text.
     */
    public Interpretation interpret(SearchRequest request) {
        return interpret(request, true);
    }

    /**
     * The recognized name closest to a misspelled word; empty if none is close enough, if the word is itself a name, and for short words.
     */
    Optional<String> correct(String word) {
        if (word.length() < MIN_CORRECTED_LENGTH) {
            return Optional.empty();
        }
        int maximum = word.length() < MIN_LENGTH_FOR_TWO_EDITS ? 1 : 2;
        return ClosestName.find(word, data.names().words(), maximum).filter(name -> !name.equalsIgnoreCase(word));
    }

    /**
     * Interprets a request with the names of treatments and reasons left as words and offered as filters.
     */
    Interpretation interpretTreatmentsAsWords(SearchRequest request) {
        return interpret(request, false);
    }

    private Interpretation interpret(SearchRequest request, boolean treatments) {
        if (request.literal()) {
            return literally(request);
        }
        var cases = CaseNumbers.parseList(request.text());
        if (!cases.isEmpty() && cases.size() <= QueryLimits.CLAUSES) {
            var query = QueryNormalizer.or(
                    cases.stream().<Query>map(Query.CaseIs::new).toList());
            return new Interpretation.Valid(
                    request, request, search(request, query, false), List.of(), List.of(), "", cases);
        }
        return switch (QueryParser.parse(request.text(), values)) {
            case QueryParser.Reading.Read read -> understood(request, read, treatments);
            case QueryParser.Reading.Wrong wrong -> invalid(request, wrong.error());
        };
    }

    /** Takes the text literally: operators that cannot be parsed become words too. */
    private Interpretation literally(SearchRequest request) {
        return switch (QueryParser.parse(request.text(), values)) {
            case QueryParser.Reading.Read read -> words(request, read);
            case QueryParser.Reading.Wrong wrong ->
                switch (QueryParser.parse(LiteralText.toWords(request.text()), values)) {
                    case QueryParser.Reading.Read read -> words(request, read);
                    case QueryParser.Reading.Wrong error -> invalid(request, error.error());
                };
        };
    }

    private static Interpretation invalid(SearchRequest request, QueryError error) {
        return new Interpretation.Invalid(request, error, request.literally());
    }

    private Interpretation words(SearchRequest request, QueryParser.Reading.Read read) {
        var query = read.plain() ? withoutFunctionWords(read.query()) : read.query();
        return new Interpretation.Valid(
                request,
                request,
                search(request, query, read.plain()),
                List.of(),
                List.of(),
                QueryPrinter.print(query),
                List.of());
    }

    private Query withoutFunctionWords(Query query) {
        if (!(query instanceof Query.And and)) {
            return query;
        }
        var content = and.parts().stream()
                .filter(p ->
                        !(p instanceof Query.Word w) || !data.functionWords().contains(w.text()))
                .toList();
        return content.isEmpty() ? query : QueryNormalizer.and(content);
    }

    private Interpretation understood(SearchRequest request, QueryParser.Reading.Read read, boolean treatments) {
        var understanding = new FacetRecognizer(data, request, read.plain(), treatments);
        var query = understanding.recognize(read.query());
        var rewriting = new Rewriting(request, query, read.plain());
        var chips = understanding.found().stream()
                .filter(f -> !isRedundant(f, understanding.found()))
                .map(rewriting::chip)
                .toList();
        var offers = new ArrayList<AlternativeReading>();
        understanding.ambiguous().forEach(p -> offers.addAll(rewriting.offers(p)));
        if (read.plain()) {
            var taken = understanding.found().stream().map(f -> f.piece().at()).toList();
            offers.addAll(filters.list(request, taken));
        }
        var search = search(request, query, read.plain());
        return new Interpretation.Valid(
                request,
                ChosenRequest.build(request, search, understanding.found(), r -> interpret(r, treatments)),
                search,
                chips,
                offers,
                String.join(" ", understanding.remainingWords()),
                List.of());
    }

    /** Whether a value of a name with several values only repeats another name: {@code RCR right shoulder} names the shoulder twice. */
    private static boolean isRedundant(FacetRecognizer.Found value, List<FacetRecognizer.Found> all) {
        return value.piece().values().size() > 1
                && all.stream()
                        .anyMatch(f -> f.piece().values().size() == 1
                                && f.negated() == value.negated()
                                && f.value().equals(value.value()));
    }

    private static Search search(SearchRequest request, Query query, boolean plain) {
        return new Search(
                query,
                plain,
                request.selection(),
                request.options(),
                request.sort(),
                request.paging(),
                Optional.empty());
    }

    /** Builds requests with some words of the text replaced or removed. */
    private record Rewriting(SearchRequest request, Query query, boolean plain) {
        Understood chip(FacetRecognizer.Found found) {
            var at = found.piece().at();
            return new Understood(
                    at.slice(request.text()),
                    at,
                    found.value(),
                    found.negated(),
                    request.withText(replaced(at, "\"" + at.slice(request.text()) + "\"")),
                    request.withText(
                            plain ? cut(at) : QueryPrinter.print(QueryNormalizer.without(query, found.node()))));
        }

        List<AlternativeReading> offers(QuerySegment piece) {
            return piece.name()
                    .map(n -> switch (n) {
                        case FacetName.Unambiguous means ->
                            List.of(offer(piece, means.values().getFirst()));
                        case FacetName.Ambiguous asks ->
                            asks.readings().stream()
                                    .map(c -> c.value()
                                            .map(v -> offer(piece, v))
                                            .orElseGet(() -> offer(piece, c.words())))
                                    .toList();
                        case FacetName.Words ignored -> List.<AlternativeReading>of();
                    })
                    .orElse(List.of());
        }

        private AlternativeReading offer(QuerySegment piece, FacetValue value) {
            var at = piece.at();
            var text = plain ? cut(at) : replaced(at, "");
            return new AlternativeReading(
                    at.slice(request.text()),
                    at,
                    value.facet().label() + ": " + value.value(),
                    plain
                            ? request.withText(text).with(request.selection().with(value))
                            : request.withText(replaced(at, QueryPrinter.print(new Query.Has(value)))));
        }

        private AlternativeReading offer(QuerySegment piece, String words) {
            return new AlternativeReading(
                    piece.at().slice(request.text()), piece.at(), words, request.withText(replaced(piece.at(), words)));
        }

        private String replaced(Span at, String by) {
            return request.text().substring(0, at.start()) + by + request.text().substring(at.end());
        }

        private String cut(Span at) {
            return replaced(at, "")
                    .replaceAll("\\s+", " ")
                    .replaceAll("^\\s*(?:(?:and|or)\\s+)+|(?:\\s+(?:and|or))+\\s*$", "")
                    .strip();
        }
    }
}
