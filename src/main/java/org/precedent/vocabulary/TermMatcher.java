package org.precedent.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds the terms a text names, by their labels and surface forms.
 */
final class TermMatcher {
    private final Phrases<Meaning> phrases = new Phrases<>();

    private record Meaning(Term term, Surface.Force force) {}

    TermMatcher(List<Term> terms, Collection<Surface> surfaces) {
        for (var surface : surfaces) {
            phrases.add(surface.words(), new Meaning(surface.term(), surface.force()));
        }
        // after the surfaces, so that a file may weaken a label
        for (var term : terms) {
            phrases.add(term.label(), new Meaning(term, Surface.Force.NAMES));
        }
    }

    List<Mention> mentions(Words words) {
        var mentions = new ArrayList<Mention>();
        for (var found : phrases.in(words)) {
            var meaning = found.value();
            if (meaning.force() != Surface.Force.HIDES) {
                mentions.add(new Mention(
                        meaning.term(),
                        words.span(found.first(), found.last()),
                        meaning.force() == Surface.Force.WEAKLY));
            }
        }
        return mentions;
    }
}
