package org.precedent.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Synonyms from {@code synonym.tsv}, such as {@code x-ray} and {@code plain film}, and names of classes with those of their members. Facet
 * vocabularies are not a source, since a form may indicate a value without being a synonym: a meniscus belongs to the knee but is not one.
 */
public final class Synonyms {
    private static final String RESOURCE = "/vocabulary/synonym.tsv";
    private static final String CLASS = "class";

    private final Map<List<String>, Set<List<String>>> same = new HashMap<>();
    private final Map<List<String>, Set<List<String>>> members = new HashMap<>();
    private final Map<String, Set<List<String>>> phrases = new HashMap<>();
    private final Set<List<String>> known = new LinkedHashSet<>();

    public Synonyms(Tokenizer words) {
        for (var cells : read()) {
            var forms = Stream.of((cells[1] + "|" + cells[3]).split("\\|"))
                    .map(words::stems)
                    .filter(f -> !f.isEmpty())
                    .distinct()
                    .toList();
            forms.forEach(this::addForm);
            if (cells[2].equals(CLASS)) {
                members.computeIfAbsent(forms.getFirst(), f -> new LinkedHashSet<>())
                        .addAll(forms);
            } else {
                forms.forEach(
                        f -> same.computeIfAbsent(f, k -> new LinkedHashSet<>()).addAll(forms));
            }
        }
    }

    private static List<String[]> read() {
        try (var in = Synonyms.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + ": missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addForm(List<String> form) {
        known.add(form);
        if (form.size() > 1) {
            phrases.computeIfAbsent(form.getFirst(), f -> new LinkedHashSet<>()).add(form);
        }
    }

    /**
     * Returns other stem sequences with the same meaning, except those that contain this one, which match anyway.
     */
    public List<List<String>> sequences(List<String> stems) {
        return otherForms(same, stems).toList();
    }

    /**
     * Returns the synonyms, and the members of the class these stems name.
     */
    public List<List<String>> expand(List<String> stems) {
        return Stream.concat(
                        Stream.concat(otherForms(same, stems), otherForms(members, stems)),
                        sequences(stems).stream().flatMap(f -> otherForms(members, f)))
                .distinct()
                .toList();
    }

    private static Stream<List<String>> otherForms(Map<List<String>, Set<List<String>>> groups, List<String> stems) {
        return groups.getOrDefault(stems, Set.of()).stream()
                .filter(other -> Collections.indexOfSubList(other, stems) < 0);
    }

    /**
     * Whether this sequence of stems is indexed as a single term.
     */
    public boolean isTerm(List<String> stems) {
        return known.contains(stems);
    }

    /**
     * Returns the multiword forms that start with a stem; each is indexed as a single term.
     */
    public Set<List<String>> phrasesFrom(String stem) {
        return phrases.getOrDefault(stem, Set.of());
    }

    public String indexedPhrases() {
        var all = new TreeSet<String>();
        phrases.values().forEach(list -> list.forEach(p -> all.add(String.join(" ", p))));
        return String.join("|", new ArrayList<>(all));
    }
}
