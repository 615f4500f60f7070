package org.precedent.search.interpret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.interpret.FacetName.Context;
import org.precedent.search.query.Query;

/**
 * Segments query words into names and other words, and decides which names are recognized.
 */
final class QuerySegmenter {
    private static final Set<String> WRISTS = Set.of("Wrist", "Hand");
    private static final String SLASH = "/";
    private static final char AND = '&';

    private final FacetNames names;

    QuerySegmenter(FacetNames names) {
        this.names = names;
    }

    /**
     * Splits adjacent words into segments, in order.
     *
     * @param text the query text that contains the words
     */
    List<QuerySegment> segment(List<Query.Word> words, String text) {
        return segment(words, text, w -> false);
    }

    /**
     * Splits adjacent words into segments, in order, recognizing reasons too.
     *
     * @param givesReason whether a reason may follow the word
     */
    List<QuerySegment> segment(List<Query.Word> words, String text, Predicate<String> givesReason) {
        var pieces = new ArrayList<QuerySegment>();
        for (int i = 0; i < words.size(); ) {
            boolean given = i > 0 && givesReason.test(words.get(i - 1).text());
            var rest = words.subList(i, words.size());
            var piece = Optional.of(rest)
                    .filter(r -> given)
                    .flatMap(r -> reason(r, text))
                    .orElseGet(() -> at(rest, text));
            pieces.add(piece);
            i += piece.words().size();
        }
        return pieces;
    }

    private Optional<QuerySegment> reason(List<Query.Word> words, String text) {
        var texts = words.subList(0, countAdjacent(words, text)).stream()
                .map(Query.Word::text)
                .toList();
        return names.reason(texts)
                .map(m -> new QuerySegment(words.subList(0, m.words()), Optional.of(m.name()), values(m.name())));
    }

    private QuerySegment at(List<Query.Word> words, String text) {
        int together = countAdjacent(words, text);
        var texts = words.subList(0, together).stream().map(Query.Word::text).toList();
        var match = names.match(texts);
        if (match.isPresent()) {
            var name = match.get().name();
            return new QuerySegment(words.subList(0, match.get().words()), Optional.of(name), values(name));
        }
        return slashed(words.getFirst());
    }

    /** Number of words, from the first, with only spaces or an ampersand between them. */
    private static int countAdjacent(List<Query.Word> words, String text) {
        int count = 1;
        while (count < words.size()
                && text.substring(
                                words.get(count - 1).at().end(),
                                words.get(count).at().start())
                        .replace(AND, ' ')
                        .isBlank()) {
            count++;
        }
        return count;
    }

    private static List<FacetValue> values(FacetName name) {
        return name instanceof FacetName.Unambiguous means ? means.values() : List.of();
    }

    /** Recognizes words such as {@code MRI/CT} and {@code wrist/hand}, if all parts name values of the same facet. */
    private QuerySegment slashed(Query.Word word) {
        var values = new ArrayList<FacetValue>();
        var parts = Arrays.asList(word.text().split(SLASH, -1));
        for (var part : parts) {
            names.match(List.of(part)).map(FacetNames.Match::name).ifPresent(n -> values.addAll(valuesInContext(n)));
        }
        boolean all = parts.size() > 1
                && values.size() == parts.size()
                && values.stream().map(FacetValue::facet).distinct().count() == 1;
        return all ? QuerySegment.word(word).recognizedAs(values) : QuerySegment.word(word);
    }

    private static List<FacetValue> valuesInContext(FacetName name) {
        return name instanceof FacetName.Ambiguous asks && asks.firstApplies() == Context.NO_WRIST
                ? asks.readings().getFirst().value().stream().toList()
                : values(name);
    }

    /**
     * The segments with readings that depend on context resolved.
     *
     * @param context every value named in the whole query
     * @param question whether the query is a question
     */
    static List<QuerySegment> resolve(List<QuerySegment> pieces, Set<FacetValue> context, boolean question) {
        return pieces.stream().map(p -> resolve(p, context, question)).toList();
    }

    private static QuerySegment resolve(QuerySegment piece, Set<FacetValue> context, boolean question) {
        if (piece.name().isEmpty()) {
            return piece;
        }
        return switch (piece.name().get()) {
            case FacetName.Unambiguous means ->
                means.when() == Context.STATEMENT && question ? piece.recognizedAs(List.of()) : piece;
            case FacetName.Ambiguous asks ->
                appliesIn(asks.firstApplies(), context)
                        ? piece.recognizedAs(
                                asks.readings().getFirst().value().stream().toList())
                        : piece;
            case FacetName.Words ignored -> piece;
        };
    }

    private static boolean appliesIn(Context when, Set<FacetValue> context) {
        return switch (when) {
            case NO_WRIST -> namesStudy(context);
            case REGION -> context.stream().anyMatch(v -> v.facet() == Facet.REGION);
            case ALWAYS, STATEMENT -> false;
        };
    }

    private static boolean namesStudy(Set<FacetValue> context) {
        return context.stream().anyMatch(v -> v.facet() == Facet.REGION || v.facet() == Facet.MODALITY)
                && context.stream().noneMatch(v -> v.facet() == Facet.REGION && WRISTS.contains(v.value()));
    }
}
