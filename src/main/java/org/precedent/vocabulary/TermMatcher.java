package org.precedent.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Matches a text against the labels and surface forms of a vocabulary's terms.
 */
final class TermMatcher {
    private final Phrases<Meaning> phrases = new Phrases<>();

    private record Meaning(List<Term> terms, Surface.Force force) {}

    TermMatcher(List<Term> terms, Collection<Surface> surfaces) {
        var together = together(surfaces);
        for (var surface : surfaces) {
            phrases.add(
                    surface.words(),
                    new Meaning(together.getOrDefault(surface.words(), List.of(surface.term())), surface.force()));
        }
        // after the surfaces, so that a file may weaken a label
        for (var term : terms) {
            phrases.add(term.label(), new Meaning(List.of(term), Surface.Force.NAMES));
        }
    }

    List<Mention> mentions(Words words) {
        var mentions = new ArrayList<Mention>();
        for (var found : phrases.in(words)) {
            var meaning = found.value();
            if (meaning.force() != Surface.Force.HIDES) {
                var span = words.span(found.first(), found.last());
                boolean weak = meaning.force() == Surface.Force.WEAKLY;
                meaning.terms().forEach(term -> mentions.add(new Mention(term, span, weak)));
            }
        }
        return mentions;
    }

    private static Map<String, List<Term>> together(Collection<Surface> surfaces) {
        var together = new LinkedHashMap<String, List<Term>>();
        for (var surface : surfaces) {
            if (surface.force() == Surface.Force.TOGETHER) {
                together.computeIfAbsent(surface.words(), w -> new ArrayList<>())
                        .add(surface.term());
            }
        }
        return together;
    }
}
