package org.precedent.highlight;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.precedent.determination.Span;
import org.precedent.highlight.Intervals.Interval;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.text.TextAnalysis;
import org.precedent.text.Token;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.Vocabulary;

/**
 * Finds where a text names a recognised facet value: "radiographs" for X-ray, "L4-5" for the spine. Values of other facets are
 * not marked, since common words would match everywhere: nearly every rationale says "medically necessary".
 */
final class FacetMentions {
    private static final Set<Facet> NAMED = Set.of(Facet.MODALITY, Facet.REGION);

    private final TextAnalysis analysis;
    private final FacetValue value;

    FacetMentions(TextAnalysis analysis, FacetValue value) {
        this.analysis = analysis;
        this.value = value;
    }

    static boolean areOf(Facet facet) {
        return NAMED.contains(facet);
    }

    Stream<Interval> in(String text, List<Token> tokens) {
        return vocabulary().mentions(text).stream()
                .filter(this::isOfValue)
                .map(Mention::span)
                .flatMap(span -> words(span, tokens).stream());
    }

    private Vocabulary vocabulary() {
        return analysis.paths().vocabulary(value.facet()).orElseThrow();
    }

    private boolean isOfValue(Mention mention) {
        return analysis.paths().within(value.facet(), mention.term().label(), value.value());
    }

    private static Optional<Interval> words(Span span, List<Token> tokens) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < tokens.size() && tokens.get(i).start() < span.end(); i++) {
            if (tokens.get(i).end() > span.start()) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return first < 0 ? Optional.empty() : Optional.of(new Interval(first, last));
    }
}
