package org.precedent.parse.signal;

import java.util.Collection;
import java.util.List;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.SignalRules;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.Vocabulary;
import org.precedent.vocabulary.Words;

/**
 * Decides whether two body regions are so far apart that a text on one cannot be about the other.
 */
final class RegionDistance {
    private final Vocabulary regions;
    private final SignalRules rules;

    RegionDistance(Vocabulary regions, SignalRules rules) {
        this.regions = regions;
        this.rules = rules;
    }

    /**
     * The regions a text names, as labels; no whole limb is among them.
     */
    List<String> regionsIn(String text) {
        return mentions(Words.of(text)).stream()
                .map(Mention::term)
                .map(Term::label)
                .distinct()
                .toList();
    }

    /**
     * Where these words name a region that is no whole limb.
     */
    List<Mention> mentions(Words words) {
        return regions.mentions(words).stream()
                .filter(mention -> !rules.isGroup(mention.term().label()))
                .toList();
    }

    /**
     * These regions but for a whole limb, which is named for symptoms that come from elsewhere.
     */
    List<String> exact(List<String> labels) {
        return labels.stream().filter(label -> !rules.isGroup(label)).toList();
    }

    /**
     * Is each of these regions far from all the others?
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
