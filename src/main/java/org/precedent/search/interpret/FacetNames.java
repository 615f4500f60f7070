package org.precedent.search.interpret;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.interpret.FacetName.Choice;
import org.precedent.search.interpret.FacetName.Context;
import org.precedent.vocabulary.Surface;
import org.precedent.vocabulary.Surface.Role;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.TreatmentTree;
import org.precedent.vocabulary.TreatmentTree.Level;
import org.precedent.vocabulary.TypedForms;
import org.precedent.vocabulary.Vocabularies;

/**
 * Finds vocabulary forms in a query, longest first. A form means its term unless its vocabulary says that it stays words in a query;
 * phrases that only queries use, and readings that depend on context, are in {@code typed.tsv}.
 */
final class FacetNames {
    private static final String AND = "and";
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}]+");

    private final FacetPaths paths;
    private final Node root = new Node();
    private final Node reasons = new Node();
    private final List<FacetName> all = new ArrayList<>();
    private final Set<List<String>> queryWords;
    private final List<String> words;

    FacetNames(Vocabularies vocabularies) {
        this.paths = new FacetPaths(vocabularies);
        this.queryWords = Stream.of(
                        vocabularies.modality().queryWords(),
                        vocabularies.region().queryWords(),
                        vocabularies.decision().queryWords(),
                        vocabularies.reason().queryWords(),
                        TreatmentTree.bundled().queryWords())
                .flatMap(List::stream)
                .map(FacetNames::parts)
                .collect(Collectors.toUnmodifiableSet());
        TypedForms.bundled().forEach(this::add);
        var forms = new LinkedHashMap<List<String>, Form>();
        collect(
                forms,
                Facet.MODALITY,
                vocabularies.modality().surfaces(),
                vocabularies.modality().terms());
        collect(
                forms,
                Facet.REGION,
                vocabularies.region().surfaces(),
                vocabularies.region().terms());
        collect(
                forms,
                Facet.DECISION,
                vocabularies.decision().surfaces(),
                vocabularies.decision().terms());
        TreatmentTree.bundled().surfaces().forEach(s -> formOf(forms, s.words()).add(Facet.TREATMENT, s));
        forms.forEach((parts, form) -> form.name(this).ifPresent(name -> {
            add(root, parts, name);
            // queries may have "&" for "and", and "&" is not a word there
            var signed = parts.stream().filter(p -> !p.equals(AND)).toList();
            if (signed.size() > 1 && signed.size() < parts.size()) {
                add(root, signed, name);
            }
        }));
        var ofReasons = new LinkedHashMap<List<String>, Form>();
        collect(
                ofReasons,
                Facet.REASON,
                vocabularies.reason().surfaces(),
                vocabularies.reason().terms());
        ofReasons.forEach((parts, form) -> form.name(this).ifPresent(name -> add(reasons, parts, name)));
        this.words = namesOfOneWord(root);
    }

    private static List<String> namesOfOneWord(Node root) {
        return root.next.entrySet().stream()
                .filter(e -> e.getValue().name instanceof FacetName.Unambiguous)
                .map(Map.Entry::getKey)
                .filter(w -> w.length() > 3 && w.chars().allMatch(Character::isLetter))
                .toList();
    }

    private static void collect(Map<List<String>, Form> forms, Facet facet, List<Surface> surfaces, List<Term> terms) {
        surfaces.forEach(s -> formOf(forms, s.words()).add(facet, s));
        terms.forEach(t -> formOf(forms, t.label()).add(facet, new Surface(t, t.label(), Role.NAMES)));
    }

    private static Form formOf(Map<List<String>, Form> forms, String words) {
        return forms.computeIfAbsent(parts(words), p -> new Form());
    }

    /** All vocabulary entries for the same words. */
    private static final class Form {
        private final Map<Facet, List<Surface>> surfaces = new LinkedHashMap<>();

        void add(Facet facet, Surface surface) {
            surfaces.computeIfAbsent(facet, f -> new ArrayList<>()).add(surface);
        }

        Optional<FacetName> name(FacetNames names) {
            var modality = values(Facet.MODALITY);
            var treatment = names.treatment(surfaces.getOrDefault(Facet.TREATMENT, List.of()));
            if (modality.isEmpty() && treatment.size() > 1) {
                return Optional.of(new FacetName.Ambiguous(
                        treatment.stream()
                                .map(v -> new Choice(Optional.of(v), ""))
                                .toList(),
                        Context.ALWAYS));
            }
            var values = new LinkedHashSet<>(modality.isEmpty() ? treatment : modality);
            values.addAll(values(Facet.REGION));
            if (values.isEmpty()) {
                values.addAll(values(Facet.DECISION));
                values.addAll(values(Facet.REASON));
            }
            if (!values.isEmpty()) {
                return Optional.of(new FacetName.Unambiguous(List.copyOf(values), Context.ALWAYS));
            }
            return isHidden() ? Optional.of(new FacetName.Words()) : Optional.empty();
        }

        /** The terms the words name jointly ({@link Role#SHARED}); if there are none, the first term. */
        private List<FacetValue> values(Facet facet) {
            var claimed = surfaces.getOrDefault(facet, List.of());
            var together = claimed.stream().filter(s -> s.role() == Role.SHARED).toList();
            return (together.isEmpty() ? claimed.stream().limit(1).toList() : together)
                    .stream()
                            .filter(s -> s.role() != Role.IGNORED)
                            .map(s -> new FacetValue(facet, s.term().label()))
                            .distinct()
                            .toList();
        }

        private boolean isHidden() {
            return surfaces.values().stream().flatMap(List::stream).anyMatch(s -> s.role() == Role.IGNORED);
        }
    }

    /** If categories or subcategories and items share the name, only the former; otherwise all of them. */
    private List<FacetValue> treatment(List<Surface> surfaces) {
        var tree = TreatmentTree.bundled();
        var weak = surfaces.stream()
                .filter(s -> s.role() == Role.WEAK)
                .map(Surface::term)
                .toList();
        var named = surfaces.stream()
                .filter(s -> s.role() == Role.NAMES)
                .map(Surface::term)
                .filter(t -> !weak.contains(t))
                .toList();
        var classes = named.stream().filter(t -> tree.level(t) != Level.ITEM).toList();
        return (classes.isEmpty() ? named : classes)
                .stream()
                        .map(t -> new FacetValue(Facet.TREATMENT, paths.treatmentValue(t)))
                        .distinct()
                        .toList();
    }

    /**
     * The meanings of all forms that have one.
     */
    List<FacetName> all() {
        return List.copyOf(all);
    }

    /**
     * Whether a vocabulary says that this form stays words in a query.
     */
    boolean isQueryWords(String form) {
        return queryWords.contains(parts(form));
    }

    /**
     * The one-word names of more than three letters, without digits; candidates for spelling correction.
     */
    List<String> words() {
        return words;
    }

    /**
     * A name found at the start of a list of words.
     *
     * @param name its meaning
     * @param words number of words it consists of
     */
    record Match(FacetName name, int words) {}

    /**
     * The longest name at the start of the words that ends at the end of a word; empty when there is none.
     */
    Optional<Match> match(List<String> words) {
        return match(root, words);
    }

    /**
     * The longest name of a reason at the start of the words; empty when there is none.
     */
    Optional<Match> reason(List<String> words) {
        return match(reasons, words);
    }

    private static Optional<Match> match(Node from, List<String> words) {
        var node = from;
        Optional<Match> longest = Optional.empty();
        for (int i = 0; i < words.size(); i++) {
            for (var part : parts(words.get(i))) {
                var next = node.next.get(part);
                if (next == null) {
                    return longest;
                }
                node = next;
            }
            if (node.name != null) {
                longest = Optional.of(new Match(node.name, i + 1));
            }
        }
        return longest;
    }

    private void add(TypedForms.Row row) {
        for (var words : row.forms()) {
            if (!add(root, parts(words), FacetName.read(row.reading(), row.when()))) {
                throw new IllegalStateException("typed.tsv: \"" + words + "\" has two readings");
            }
        }
    }

    /** Adds a form unless it already has a meaning, stays words in a query, or is a number, which alone names nothing. */
    private boolean add(Node at, List<String> parts, FacetName name) {
        boolean number = parts.stream().allMatch(p -> p.chars().allMatch(Character::isDigit));
        if (number || queryWords.contains(parts)) {
            return false;
        }
        var node = at;
        for (var part : parts) {
            node = node.next.computeIfAbsent(part, p -> new Node());
        }
        if (node.name != null) {
            return node.name.equals(name);
        }
        node.name = name;
        all.add(name);
        return true;
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var matcher = PART.matcher(folded);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private @Nullable FacetName name;
    }
}
