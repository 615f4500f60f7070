package org.precedent.vocabulary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final List<Surface> surfaces;
    private final List<String> queryWords;
    private final Map<String, Term> byId = new HashMap<>();
    private final Map<String, Term> byLabel = new HashMap<>();
    private final TermMatcher matcher;

    /**
     * A vocabulary of these terms.
     *
     * @throws IllegalArgumentException when an id or label occurs twice, or a parent is not among the terms
     */
    public Vocabulary(String name, Collection<Term> terms) {
        this(name, terms, namesOf(terms), List.of());
    }

    Vocabulary(String name, VocabularyFile.Rows rows) {
        this(name, rows.terms(), rows.surfaces(), rows.queryWords());
    }

    private Vocabulary(
            String name, Collection<Term> terms, Collection<Surface> surfaces, Collection<String> queryWords) {
        this.name = name;
        this.terms = List.copyOf(terms);
        this.surfaces = List.copyOf(surfaces);
        this.queryWords = List.copyOf(queryWords);
        for (var term : this.terms) {
            if (byId.put(term.id(), term) != null || byLabel.put(term.label(), term) != null) {
                throw new IllegalArgumentException(
                        "vocabulary " + name + ": \"" + term.id() + "\" or its label occurs twice");
            }
        }
        for (var term : this.terms) {
            term.parent().filter(p -> !byId.containsKey(p)).ifPresent(p -> {
                throw new IllegalArgumentException(
                        "vocabulary " + name + ": parent \"" + p + "\" of \"" + term.id() + "\" is not a term");
            });
        }
        this.matcher = new TermMatcher(this.terms, this.surfaces);
    }

    /**
     * The name of its file and facet: {@code region}.
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
    public Optional<Term> findByLabel(String label) {
        return Optional.ofNullable(byLabel.get(label));
    }

    /**
     * Labels from the root of the tree to this label, itself included; the label alone when it is not a term.
     */
    public List<String> path(String label) {
        var path = new ArrayDeque<String>();
        path.addFirst(label);
        var term = findByLabel(label);
        while (term.isPresent()) {
            term = term.get().parent().map(byId::get);
            term.ifPresent(t -> path.addFirst(t.label()));
        }
        return List.copyOf(path);
    }

    /**
     * The label and the labels of its descendants.
     */
    public SequencedSet<String> labelAndDescendants(String label) {
        var within = new LinkedHashSet<String>();
        within.add(label);
        terms.stream().map(Term::label).filter(l -> path(l).contains(label)).forEach(within::add);
        return within;
    }

    /**
     * The terms named in a text, left to right, longest first at each place, none overlapping; words that
     * name several terms at once ("CTL spine") give one mention for each.
     */
    public List<Mention> mentions(String text) {
        return mentions(Words.of(text));
    }

    /**
     * The terms named by these words; spans point into the text the words were read from.
     */
    public List<Mention> mentions(Words words) {
        return matcher.mentions(words);
    }

    /**
     * The terms directly below a label as a separate vocabulary. If their labels start with that label, as {@code MTUS Low Back Complaints}
     * does with {@code MTUS}, it is removed from them.
     */
    public Vocabulary subtree(String label) {
        var id = findByLabel(label).map(Term::id);
        var children = new HashMap<String, Term>();
        for (var term : terms) {
            if (id.isPresent() && term.parent().equals(id)) {
                var rest = term.label().startsWith(label + " ")
                        ? term.label().substring(label.length() + 1)
                        : term.label();
                children.put(term.id(), new Term(term.id(), rest, Optional.empty(), term.synonyms(), term.source()));
            }
        }
        var theirs = new ArrayList<Surface>();
        for (var surface : surfaces) {
            var child = children.get(surface.term().id());
            if (child != null) {
                theirs.add(new Surface(child, surface.words(), surface.role()));
            }
        }
        return new Vocabulary(name + " below " + label, children.values(), theirs, List.of());
    }

    /**
     * The terms at the top of the tree as a separate vocabulary.
     */
    public Vocabulary topLevel() {
        var top = terms.stream().filter(t -> t.parent().isEmpty()).toList();
        return new Vocabulary(
                name + " at the top",
                top,
                surfaces.stream().filter(s -> top.contains(s.term())).toList(),
                List.of());
    }

    /**
     * Whether the first label is an ancestor of the second.
     */
    public boolean isAbove(String broad, String narrow) {
        return !broad.equals(narrow) && path(narrow).contains(broad);
    }

    /**
     * The surface forms of the terms other than their labels, in file order.
     */
    public List<Surface> surfaces() {
        return surfaces;
    }

    /**
     * The labels and synonyms that name a term in a determination but stay words in a query; in file order.
     */
    public List<String> queryWords() {
        return queryWords;
    }

    private static List<Surface> namesOf(Collection<Term> terms) {
        return terms.stream()
                .flatMap(t -> t.synonyms().stream().map(s -> new Surface(t, s, Surface.Role.NAMES)))
                .toList();
    }

    /**
     * Matches a text against the labels and surface forms of a vocabulary's terms.
     */
    private static final class TermMatcher {
        private final Phrases<Meaning> phrases = new Phrases<>();

        private record Meaning(List<Term> terms, Surface.Role force) {}

        TermMatcher(List<Term> terms, Collection<Surface> surfaces) {
            var together = combinedTerms(surfaces);
            for (var surface : surfaces) {
                phrases.add(
                        surface.words(),
                        new Meaning(together.getOrDefault(surface.words(), List.of(surface.term())), surface.role()));
            }
            // after the surface forms, so that a file can mark a label as weak
            for (var term : terms) {
                phrases.add(term.label(), new Meaning(List.of(term), Surface.Role.NAMES));
            }
        }

        List<Mention> mentions(Words words) {
            var mentions = new ArrayList<Mention>();
            for (var found : phrases.find(words)) {
                var meaning = found.value();
                if (meaning.force() != Surface.Role.IGNORED) {
                    var span = words.span(found.first(), found.last());
                    boolean weak = meaning.force() == Surface.Role.WEAK;
                    meaning.terms().forEach(term -> mentions.add(new Mention(term, span, weak)));
                }
            }
            return mentions;
        }

        private static Map<String, List<Term>> combinedTerms(Collection<Surface> surfaces) {
            var together = new LinkedHashMap<String, List<Term>>();
            for (var surface : surfaces) {
                if (surface.role() == Surface.Role.SHARED) {
                    together.computeIfAbsent(surface.words(), w -> new ArrayList<>())
                            .add(surface.term());
                }
            }
            return together;
        }
    }
}
