package org.precedent.parse.signal;

import java.util.Collection;
import java.util.List;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.SignalRules;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.Vocabulary;
import org.precedent.vocabulary.Words;

/**
 * Decides whether two body regions are so far apart that a text about one cannot be about the other.
 */
final class RegionDistance {
    private final Vocabulary regions;
    private final SignalRules rules;

    RegionDistance(Vocabulary regions, SignalRules rules) {
        this.regions = regions;
        this.rules = rules;
    }

    /**
     * Returns the labels of the regions named in a text, except whole limbs.
     */
    List<String> regionsIn(String text) {
        return mentions(Words.of(text)).stream()
                .map(Mention::term)
                .map(Term::label)
                .distinct()
                .toList();
    }

    /**
     * Returns the mentions of regions, except whole limbs.
     */
    List<Mention> mentions(Words words) {
        return regions.mentions(words).stream()
                .filter(mention -> !rules.isGroup(mention.term().label()))
                .toList();
    }

    /**
     * Removes whole limbs from the regions, because they are often named for symptoms that originate elsewhere.
     */
    List<String> exact(List<String> labels) {
        return labels.stream().filter(label -> !rules.isGroup(label)).toList();
    }

    /**
     * Whether each region in the first collection is far from all in the second.
     */
    boolean areFar(Collection<String> some, Collection<String> others) {
        return some.stream().noneMatch(one -> others.stream().anyMatch(other -> areNear(one, other)));
    }

    private boolean areNear(String one, String other) {
        var root = regions.path(one).getFirst();
        return one.equals(other)
                || regions.isAbove(one, other)
                || regions.isAbove(other, one)
                || (rules.isGroup(root) && root.equals(regions.path(other).getFirst()));
    }
}
