package org.precedent.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.search.SimilarIssue;
import org.precedent.text.StopWords;
import org.precedent.text.TextAnalysis;

/**
 * Similarity between issues of two determinations: the same item or subcategory of treatment, or the same imaging study of the same region.
 * Words in common only affect the order of issues that are similar in this sense.
 */
public final class IssueSimilarity {
    private static final int TERMS = 25;
    private static final int SHARED_WORDS = 4;

    /** Greater than the sum of the boosts below. */
    private static final float SAME_STUDY = 120;

    private static final float SAME_ITEM = 60;
    private static final float SAME_SUBCATEGORY = 30;
    private static final float SAME_REGION = 15;
    /** Total boost of all common words: less than the smallest boost above. */
    private static final float WORDS = 10;

    private final TextAnalysis analysis;
    private final Issue issue;
    private final SubjectTerms terms;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, String> printed = new HashMap<>();

    /**
     * A stem that distinguishes the issue from others.
     *
     * @param printed the word as printed in the issue
     * @param weight how distinctive it is
     */
    public record DistinctiveTerm(String stem, String printed, double weight) {}

    /**
     * A constant-score clause: issues with any of the terms get the boost.
     *
     * @param terms subject terms; never empty
     */
    public record Clause(List<String> terms, float boost) {}

    /**
     * An issue that may be similar.
     *
     * @param score from the clauses and the distinctive words
     */
    public record Candidate(float score, String id, Optional<LocalDate> decided, Issue issue) {
        /**
         * Creates a candidate for an issue of a determination.
         *
         * @param number one-based
         */
        public static Candidate of(float score, Determination determination, int number) {
            return new Candidate(
                    score,
                    determination.id(),
                    determination.header().dates().decided().map(Located::value),
                    determination.issues().get(number - 1));
        }

        /** Rank of the strongest subject match: 2 for the same study, 1 for the same item, otherwise 0. */
        private int likeness() {
            return score >= SAME_STUDY ? 2 : score >= SAME_ITEM ? 1 : 0;
        }
    }

    public IssueSimilarity(TextAnalysis analysis, Issue issue) {
        this.analysis = analysis;
        this.issue = issue;
        this.terms = SubjectTerms.of(issue.subject());
        count(issue.request().value(), 3);
        count(issue.rationale().map(Located::value).orElse(""), 1);
    }

    /** The subject terms of which a similar issue must have at least one; empty when no issue can be similar. */
    public List<String> required() {
        return Stream.of(terms.studies(), terms.items(), terms.subcategories())
                .flatMap(List::stream)
                .toList();
    }

    /** The scoring clauses for similar issues. */
    public List<Clause> clauses() {
        return Stream.of(
                        new Clause(terms.studies(), SAME_STUDY),
                        new Clause(terms.items(), SAME_ITEM),
                        new Clause(terms.subcategories(), SAME_SUBCATEGORY),
                        new Clause(terms.regions(), SAME_REGION))
                .filter(clause -> !clause.terms.isEmpty())
                .toList();
    }

    /** The stems whose frequencies {@link #distinctiveTerms} needs. */
    public Set<String> stems() {
        return Set.copyOf(counts.keySet());
    }

    /**
     * Returns the words that distinguish the issue from others, most distinctive first.
     *
     * @param frequency returns the number of issues with a stem
     * @param issues total number of issues
     */
    public List<DistinctiveTerm> distinctiveTerms(ToLongFunction<String> frequency, long issues) {
        long all = Math.max(1, issues);
        return counts.entrySet().stream()
                .map(e -> distinctiveTerm(e, frequency.applyAsLong(e.getKey()), all))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(DistinctiveTerm::weight)
                        .reversed()
                        .thenComparing(DistinctiveTerm::stem))
                .limit(TERMS)
                .toList();
    }

    /** Returns the score boost of each distinctive word, by stem. */
    public static Map<String, Float> boosts(List<DistinctiveTerm> distinctive) {
        double sum = distinctive.stream().mapToDouble(DistinctiveTerm::weight).sum();
        var boosts = new HashMap<String, Float>();
        distinctive.forEach(t -> boosts.put(t.stem, (float) (WORDS * t.weight / sum)));
        return boosts;
    }

    private Optional<DistinctiveTerm> distinctiveTerm(Map.Entry<String, Integer> word, long with, long all) {
        if (with < 2 || with > all / 2) {
            return Optional.empty();
        }
        double rarity = Math.log((double) all / with);
        return Optional.of(new DistinctiveTerm(
                word.getKey(),
                printed.getOrDefault(word.getKey(), word.getKey()),
                rarity * (1 + Math.log(word.getValue()))));
    }

    private void count(String text, int weight) {
        for (var token : analysis.tokenizer().tokenize(text)) {
            boolean word = token.stem().length() > 2 && token.form().chars().allMatch(Character::isLetter);
            if (word && !StopWords.contains(token.form()) && !PartialApprovalWords.contains(token.form())) {
                counts.merge(token.stem(), weight, Integer::sum);
                printed.putIfAbsent(token.stem(), token.form());
            }
        }
    }

    /**
     * Chooses the most similar issues of two groups, each sorted by similarity. The group with the most similar issue comes first; on a
     * tie, the one decided the other way.
     *
     * @param other candidates decided the other way, best first
     * @param same candidates decided the same way, best first
     * @param limit maximum number returned, split evenly if both groups are large enough
     */
    public List<SimilarIssue> choose(
            List<Candidate> other, List<Candidate> same, int limit, List<DistinctiveTerm> distinctive) {
        int half = (limit + 1) / 2;
        int others = Math.min(other.size(), Math.max(half, limit - same.size()));
        var first = other.subList(0, others);
        var second = same.subList(0, Math.min(same.size(), limit - others));
        boolean turned = likeness(second) > likeness(first);
        return Stream.concat((turned ? second : first).stream(), (turned ? first : second).stream())
                .map(c -> new SimilarIssue(
                        c.id,
                        c.issue.number(),
                        c.issue.request().value(),
                        c.issue.decision().value(),
                        c.decided,
                        shared(c.issue, distinctive)))
                .toList();
    }

    private static int likeness(List<Candidate> group) {
        return group.isEmpty() ? -1 : group.getFirst().likeness();
    }

    /** What both issues have in common: subject values, then distinctive words. */
    private List<String> shared(Issue other, List<DistinctiveTerm> distinctive) {
        var ours = issue.subject();
        var theirs = other.subject();
        var shared = new LinkedHashSet<String>();
        common(ours.modalities(), theirs.modalities()).forEach(shared::add);
        common(ours.regions(), theirs.regions()).forEach(shared::add);
        common(ours.items(), theirs.items()).forEach(shared::add);
        common(
                        ours.subcategory().stream().toList(),
                        theirs.subcategory().stream().toList())
                .forEach(shared::add);
        var stems = new HashSet<>(analysis.tokenizer().stems(other.request().value()));
        stems.addAll(
                analysis.tokenizer().stems(other.rationale().map(Located::value).orElse("")));
        distinctive.stream()
                .filter(t -> stems.contains(t.stem))
                .limit(SHARED_WORDS)
                .forEach(t -> shared.add(t.printed));
        return new ArrayList<>(shared);
    }

    /** The values that are in both lists. */
    private static Stream<String> common(List<Located<String>> ours, List<Located<String>> theirs) {
        var values = theirs.stream().map(Located::value).toList();
        return ours.stream().map(Located::value).filter(values::contains);
    }

    /**
     * Words of the standard phrase that marks a partly approved request in a heading, from {@code partial-approval.txt}. They do not count
     * as words in common.
     */
    private static final class PartialApprovalWords {
        private static final String RESOURCE = "/search/partial-approval.txt";
        private static final Set<String> WORDS = read();

        private PartialApprovalWords() {}

        /** Whether a lower-case word is one of them. */
        static boolean contains(String form) {
            return WORDS.contains(form);
        }

        private static Set<String> read() {
            try (var in = PartialApprovalWords.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(RESOURCE + ": missing from the class path");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .flatMap(line -> Stream.of(line.split("\\s+")))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
