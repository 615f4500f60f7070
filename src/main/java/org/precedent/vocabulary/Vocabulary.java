package org.precedent.vocabulary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The terms of one facet, with their tree and their surface forms. Immutable.
 */
public final class Vocabulary {
    private final String name;
    private final List<Term> terms;
    private final Map<String, Term> byId = new HashMap<>();
    private final Map<String, Term> byLabel = new HashMap<>();
    private final TermMatcher matcher;

    /**
     * A vocabulary of these terms.
     *
     * @throws IllegalArgumentException when an id or label comes twice, or a parent is not among the terms
     */
    public Vocabulary(String name, Collection<Term> terms) {
        this.name = name;
        this.terms = List.copyOf(terms);
        for (var term : this.terms) {
            if (byId.put(term.id(), term) != null || byLabel.put(term.label(), term) != null) {
                throw new IllegalArgumentException(
                        "vocabulary " + name + ": \"" + term.id() + "\" or its label comes twice");
            }
        }
        for (var term : this.terms) {
            term.parent().filter(p -> !byId.containsKey(p)).ifPresent(p -> {
                throw new IllegalArgumentException(
                        "vocabulary " + name + ": parent \"" + p + "\" of \"" + term.id() + "\" is no term");
            });
        }
        this.matcher = new TermMatcher(this.terms);
    }

    /**
     * The facet it serves: {@code region}.
     */
    public String name() {
        return name;
    }

    /**
     * All terms in file order.
     */
    public List<Term> terms() {
        return terms;
    }

    /**
     * The term with exactly that label; empty when there is none.
     */
    public Optional<Term> labelled(String label) {
        return Optional.ofNullable(byLabel.get(label));
    }

    /**
     * Labels from the root of the tree to this label, itself included; the label alone when it is no term.
     */
    public List<String> path(String label) {
        var path = new ArrayDeque<String>();
        path.addFirst(label);
        var term = labelled(label);
        while (term.isPresent()) {
            term = term.get().parent().map(byId::get);
            term.ifPresent(t -> path.addFirst(t.label()));
        }
        return List.copyOf(path);
    }

    /**
     * The label and the labels of all terms below it.
     */
    public SequencedSet<String> within(String label) {
        var within = new LinkedHashSet<String>();
        within.add(label);
        terms.stream().map(Term::label).filter(l -> path(l).contains(label)).forEach(within::add);
        return within;
    }

    /**
     * The terms named in a text, left to right, longest first at each place, none overlapping.
     */
    public List<Mention> mentions(String text) {
        return new ArrayList<>(matcher.mentions(text));
    }
}
