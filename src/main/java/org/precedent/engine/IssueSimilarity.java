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
 * Similarity of issues of two determinations: the same item or subcategory of treatment, or the same study of the same region.
 * Words they have in common only order those that are similar in this.
 */
public final class IssueSimilarity {
    private static final int TERMS = 25;
    private static final int SHARED_WORDS = 4;

    /** More than everything below together. */
    private static final float SAME_STUDY = 120;

    private static final float SAME_ITEM = 60;
    private static final float SAME_SUBCATEGORY = 30;
    private static final float SAME_REGION = 15;
    /** What all words in common weigh together: less than the least thing above. */
    private static final float WORDS = 10;

    private final TextAnalysis analysis;
    private final Issue issue;
    private final SubjectTerms terms;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, String> printed = new HashMap<>();

    /**
     * A stem that distinguishes the issue from others.
     *
     * @param printed as it stands in the issue
     * @param weight how distinctive it is
     */
    public record DistinctiveTerm(String stem, String printed, double weight) {}

    /**
     * A constant scoring clause: issues with any of the terms get the boost.
     *
     * @param terms subject terms; never empty
     */
    public record Clause(List<String> terms, float boost) {}

    /**
     * An issue that may be similar.
     *
     * @param score by the clauses and the distinctive words
     */
    public record Candidate(float score, String id, Optional<LocalDate> decided, Issue issue) {
        /**
         * An issue of a determination.
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

        /** Whether it is similar by more than words: by the strongest thing in common, in which another may equal it. */
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

    /** Terms of which a similar issue has at least one; empty where nothing is like it. */
    public List<String> required() {
        return Stream.of(terms.studies(), terms.items(), terms.subcategories())
                .flatMap(List::stream)
                .toList();
    }

    /** What scores a similar issue. */
    public List<Clause> clauses() {
        return Stream.of(
                        new Clause(terms.studies(), SAME_STUDY),
                        new Clause(terms.items(), SAME_ITEM),
                        new Clause(terms.subcategories(), SAME_SUBCATEGORY),
                        new Clause(terms.regions(), SAME_REGION))
                .filter(clause -> !clause.terms.isEmpty())
                .toList();
    }

    /** The stems whose frequencies {@link #distinctiveTerms} asks for. */
    public Set<String> stems() {
        return Set.copyOf(counts.keySet());
    }

    /**
     * The words that distinguish the issue from others, the most distinctive first.
     *
     * @param frequency how many issues have a stem
     * @param issues how many there are
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

    /** What each distinctive word adds to a score. */
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
            if (word && !StopWords.contains(token.form()) && !PartialApprovalWords.appearIn(token.form())) {
                counts.merge(token.stem(), weight, Integer::sum);
                printed.putIfAbsent(token.stem(), token.form());
            }
        }
    }

    /**
     * The most similar of two groups, each with the likest first. The group with the likest comes first; of equals, the one decided
     * the other way.
     *
     * @param other candidates decided the other way, best first
     * @param same candidates decided the same way, best first
     * @param limit at most this many, shared evenly by both groups where both have as many
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

    /** What both are about, then distinctive words of both. */
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

    /** Those of our values that are also theirs. */
    private static Stream<String> common(List<Located<String>> ours, List<Located<String>> theirs) {
        var values = theirs.stream().map(Located::value).toList();
        return ours.stream().map(Located::value).filter(values::contains);
    }

    /**
     * Words of the formula by which a heading says that a request was approved in part, from {@code partial-approval.txt}. Two disputes
     * do not resemble each other by them.
     */
    private static final class PartialApprovalWords {
        private static final String RESOURCE = "/search/partial-approval.txt";
        private static final Set<String> ALL = read();

        private PartialApprovalWords() {}

        /** Whether it is one of them, in lower case. */
        static boolean appearIn(String form) {
            return ALL.contains(form);
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
