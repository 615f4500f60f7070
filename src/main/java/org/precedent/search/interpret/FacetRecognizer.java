package org.precedent.search.interpret;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.precedent.determination.Decision;
import org.precedent.search.Scope;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.Query;
import org.precedent.search.query.QueryNormalizer;
import org.precedent.search.query.QueryPrinter;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.ReasonCues;

/**
 * Recognizes facet values in a query: words that name a modality, region, treatment, decision or reason become facet values; function words
 * are removed.
 */
final class FacetRecognizer {
    private static final Pattern QUESTION = Pattern.compile(
            "(is|are|was|were|when|whether|should|can|could|does|do|would|will|if|how)\\b.*|.*\\?", Pattern.DOTALL);

    private final RecognitionData data;
    private final boolean treatments;
    private final SearchRequest request;
    private final QuerySegmenter pieces;
    private final NaturalLanguageDetector prose;
    private final String text;
    private final boolean plain;
    private final boolean bothDecisions;
    private final Set<FacetValue> namedValues = new HashSet<>();
    private final List<Found> found = new ArrayList<>();
    private final List<QuerySegment> ambiguous = new ArrayList<>();
    private final List<String> remaining = new ArrayList<>();

    /**
     * @param plain whether the text is plain words
     * @param treatments whether to recognize words that name a treatment or reason
     */
    FacetRecognizer(RecognitionData data, SearchRequest request, boolean plain, boolean treatments) {
        this.data = data;
        this.treatments = treatments;
        this.pieces = new QuerySegmenter(data.names());
        this.prose = new NaturalLanguageDetector(data);
        this.request = request;
        this.text = request.text();
        this.plain = plain;
        this.bothDecisions = request.options().scope() == Scope.LETTER;
    }

    /**
     * Query words recognized as a facet value.
     *
     * @param piece the words
     * @param value the value
     * @param negated whether the value is excluded
     * @param node the node for it in the query tree
     */
    record Found(QuerySegment piece, FacetValue value, boolean negated, Query node) {}

    Query recognize(Query query) {
        collectValues(query);
        return query(query, false);
    }

    List<Found> found() {
        return found;
    }

    /** Segments that have a meaning but were left as words. */
    List<QuerySegment> ambiguous() {
        return ambiguous;
    }

    /** The words, and positional operators as text, that were not recognized. */
    List<String> remainingWords() {
        return remaining;
    }

    /** Collects every value the query names, because some readings apply only next to others. */
    private void collectValues(Query query) {
        if (query instanceof Query.Word word) {
            collectValues(List.of(word));
        } else if (query instanceof Query.And and) {
            runs(and.parts()).forEach(this::collectValues);
            and.parts().stream().filter(p -> !(p instanceof Query.Word)).forEach(this::collectValues);
        } else if (query instanceof Query.Or or) {
            or.parts().forEach(this::collectValues);
        } else if (query instanceof Query.Has has) {
            namedValues.add(has.value());
        }
    }

    private void collectValues(List<Query.Word> run) {
        pieces.segment(run, text).forEach(p -> namedValues.addAll(p.values()));
    }

    private static List<List<Query.Word>> runs(List<Query> parts) {
        var runs = new ArrayList<List<Query.Word>>();
        var run = new ArrayList<Query.Word>();
        for (var part : parts) {
            if (part instanceof Query.Word word) {
                run.add(word);
            } else if (!run.isEmpty()) {
                runs.add(List.copyOf(run));
                run.clear();
            }
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    private Query query(Query query, boolean negated) {
        return switch (query) {
            case Query.Word word -> QueryNormalizer.and(run(List.of(word), negated));
            case Query.And and -> QueryNormalizer.and(all(and.parts(), negated));
            case Query.Or or ->
                QueryNormalizer.or(
                        or.parts().stream().map(p -> query(p, negated)).toList());
            case Query.Not not -> QueryNormalizer.not(query(not.part(), !negated));
            case Query.Positional near -> keepAsText(near, QueryPrinter.print(near));
            case Query.In in -> in;
            case Query.Condition condition -> condition;
        };
    }

    private Query keepAsText(Query query, String words) {
        remaining.add(words);
        return query;
    }

    private List<Query> all(List<Query> parts, boolean negated) {
        var read = new ArrayList<Query>();
        for (int i = 0; i < parts.size(); ) {
            var run = new ArrayList<Query.Word>();
            int first = i;
            while (i < parts.size() && parts.get(i) instanceof Query.Word word) {
                run.add(word);
                i++;
            }
            if (i > first) {
                read.addAll(run(run, negated));
            } else if (parts.get(i) instanceof Query.Not not && not.part() instanceof Query.Word word) {
                i += negatedName(word, parts.subList(i + 1, parts.size()), negated, read);
            } else {
                read.add(query(parts.get(i), negated));
                i++;
            }
        }
        return read;
    }

    /** Negates a name of several words as a whole: {@code NOT low back}. Returns the number of words negated. */
    private int negatedName(Query.Word first, List<Query> rest, boolean negated, List<Query> read) {
        var words = new ArrayList<Query.Word>(List.of(first));
        for (var part : rest) {
            if (!(part instanceof Query.Word word)) {
                break;
            }
            words.add(word);
        }
        var piece = pieces.segment(words, text).getFirst();
        boolean whole = piece.isRecognized() && piece.words().size() > 1;
        read.add(QueryNormalizer.not(QueryNormalizer.and(run(whole ? piece.words() : List.of(first), !negated))));
        return whole ? piece.words().size() : 1;
    }

    private List<Query> run(List<Query.Word> words, boolean negated) {
        var read = subject(QuerySegmenter.resolve(segment(words), namedValues, isQuestion()));
        if (plain && !bothDecisions) {
            read = NaturalLanguageDetector.resolveDecisions(read, text);
        }
        boolean all = read.stream().allMatch(prose::isFunctionWord);
        var queries = new ArrayList<Query>();
        for (int i = 0; i < read.size(); i++) {
            i = join(read, i, negated, all, queries);
        }
        return queries;
    }

    private List<QuerySegment> subject(List<QuerySegment> settled) {
        var segments = treatments
                ? settled
                : settled.stream()
                        .map(p -> p.isRecognized(Facet.TREATMENT) ? p.recognizedAs(List.of()) : p)
                        .toList();
        if (!plain) {
            return segments;
        }
        if (prose.isProse(segments)) {
            return NaturalLanguageDetector.keepOnlyDecisions(segments);
        }
        var read = QuerySubject.find(segments, request, data.contextWords(), data.paths());
        return prose.describesTreatment(read) ? NaturalLanguageDetector.keepOnlyDecisions(read) : read;
    }

    /** Recognizes reasons only if the query also names a decision; otherwise, their words may be any part of a rationale. */
    private List<QuerySegment> segment(List<Query.Word> words) {
        var segments = pieces.segment(words, text);
        boolean decided = plain && treatments && segments.stream().anyMatch(s -> s.isRecognized(Facet.DECISION));
        return decided
                ? withoutUnrelatedReasons(pieces.segment(words, text, data.contextWords()::givesReason))
                : segments;
    }

    /** Leaves a reason that cannot explain the decision as words: "for lack of documented benefit" does not name a benefit. */
    private static List<QuerySegment> withoutUnrelatedReasons(List<QuerySegment> segments) {
        var decisions = segments.stream()
                .flatMap(s -> s.values().stream())
                .filter(v -> v.facet() == Facet.DECISION)
                .map(FacetValue::value)
                .toList();
        return segments.stream()
                .map(s -> s.isRecognized(Facet.REASON)
                                && s.values().stream()
                                        .filter(v -> v.facet() == Facet.REASON)
                                        .noneMatch(v -> decisions.stream().anyMatch(d -> explains(v.value(), d)))
                        ? new QuerySegment(s.words(), Optional.empty(), List.of())
                        : s)
                .toList();
    }

    private static boolean explains(String reason, String decision) {
        return decision.equals(Decision.PARTLY_OVERTURNED.label())
                || ReasonCues.bundled().cues().stream()
                        .anyMatch(c -> c.reason().label().equals(reason)
                                && c.decision().equals(decision));
    }

    /** Adds the query for a segment and for those joined to it by "or". Returns the index of the last segment used. */
    private int join(List<QuerySegment> read, int i, boolean negated, boolean all, List<Query> queries) {
        var piece = read.get(i);
        if (!piece.isRecognized()) {
            words(piece, all, queries);
            return i;
        }
        var choices = new ArrayList<Query>();
        choices.add(recognized(piece, negated));
        int last = i;
        while (last + 2 < read.size()
                && NaturalLanguageDetector.isOr(read.get(last + 1), text)
                && read.get(last + 2).isRecognized(piece.values().getFirst().facet())) {
            last += 2;
            choices.add(recognized(read.get(last), negated));
        }
        queries.add(QueryNormalizer.or(choices));
        return last;
    }

    private void words(QuerySegment piece, boolean all, List<Query> queries) {
        if (piece.name().isPresent()) {
            ambiguous.add(piece);
        }
        for (var word : piece.words()) {
            if (all || !prose.shouldDrop(piece, word)) {
                queries.add(word);
                remaining.add(word.text());
            }
        }
    }

    private Query recognized(QuerySegment piece, boolean negated) {
        var parts = new ArrayList<Query>();
        for (var value : piece.values()) {
            var node = new Query.Has(value);
            found.add(new Found(piece, value, negated, node));
            parts.add(node);
        }
        return QueryNormalizer.and(parts);
    }

    private boolean isQuestion() {
        return plain && QUESTION.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }
}
