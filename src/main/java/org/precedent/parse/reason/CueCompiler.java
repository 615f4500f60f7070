package org.precedent.parse.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.precedent.determination.Decision;
import org.precedent.vocabulary.ReasonCues;
import org.precedent.vocabulary.ReasonCues.Cue;

/**
 * Compiles cue phrases into one trie and lists of steps over it. Adjacent words of a cue become a word class of their own, so that matching
 * only needs to handle classes and gaps.
 */
final class CueCompiler {
    /** Maximum number of words that {@code ...} matches; wider gaps would join words that do not belong together. */
    private static final int DEFAULT_GAP = 12;

    private static final String GAP = "...";

    private final PhraseTrie trie = new PhraseTrie();
    private final Map<String, Integer> classes = new HashMap<>();
    /** For each decision, the cues that can explain it, by the word class of their first step. */
    private final Map<Decision, List<List<CompiledCue>>> byFirstClass = new EnumMap<>(Decision.class);

    private final List<ComposedClass> composed = new ArrayList<>();
    private final int breaks;
    private final int joins;

    CueCompiler(ReasonCues cues) {
        for (var decision : Decision.values()) {
            byFirstClass.put(decision, new ArrayList<>());
        }
        cues.classes().keySet().forEach(name -> number("<" + name + ">"));
        cues.classes().forEach((name, phrases) -> phrases.forEach(phrase -> define(known(name), phrase)));
        this.breaks = known("break");
        this.joins = known("join");
        for (var cue : cues.cues()) {
            var compiled = compile(cue);
            int first = compiled.steps().getFirst().wordClass();
            byFirstClass.forEach((decision, cuesByClass) -> {
                if (explains(cue, decision)) {
                    cuesByClass.get(first).add(compiled);
                }
            });
        }
    }

    /**
     * Returns the words of a rationale or request.
     */
    RationaleWords words(String text) {
        return new RationaleWords(text, trie);
    }

    /**
     * Returns the words of a sentence with their word classes.
     *
     * @param first index of its first word in the text
     * @param end index one past its last word
     */
    SentenceWords sentence(RationaleWords text, int first, int end) {
        var words = new SentenceWords(text, first, end, this);
        composed.forEach(words::compose);
        return words;
    }

    /**
     * Returns the number of word classes.
     */
    int classCount() {
        return classes.size();
    }

    /**
     * Returns the word class that begins a new clause.
     */
    int breaks() {
        return breaks;
    }

    /**
     * Returns the word class that prevents a semicolon before it from beginning a new clause.
     */
    int joins() {
        return joins;
    }

    private static boolean explains(Cue cue, Decision decision) {
        return decision == Decision.PARTLY_OVERTURNED || cue.decision().equals(decision.label());
    }

    /**
     * Returns the cues that can explain a decision, by the word class of their first step.
     */
    List<List<CompiledCue>> explaining(Decision decision) {
        return Objects.requireNonNull(byFirstClass.get(decision));
    }

    /**
     * Returns the number of a word class defined in the vocabulary file.
     *
     * @throws IllegalArgumentException if there is no such class
     */
    int known(String name) {
        var number = classes.get("<" + name + ">");
        if (number == null) {
            throw new IllegalArgumentException("word class \"" + name + "\": not in reason-class.tsv");
        }
        return number;
    }

    private int number(String name) {
        int next = classes.size();
        return classes.computeIfAbsent(name, n -> {
            byFirstClass.values().forEach(cuesByClass -> cuesByClass.add(new ArrayList<>()));
            return next;
        });
    }

    private void define(int wordClass, String phrase) {
        if (phrase.contains("<")) {
            composed.add(new ComposedClass(wordClass, steps(phrase)));
        } else {
            add(phrase, wordClass);
        }
    }

    private void add(String phrase, int wordClass) {
        PhrasePattern.expand(phrase).forEach(words -> trie.add(words, wordClass));
    }

    private CompiledCue compile(Cue cue) {
        return new CompiledCue(cue, steps(cue.pattern()), classNumbers(cue, ""), request(cue));
    }

    private List<CompiledCue.Step> steps(String pattern) {
        var steps = new ArrayList<CompiledCue.Step>();
        var literal = new StringBuilder();
        int gap = 0;
        for (var part : pattern.strip().split("\\s+", -1)) {
            if (part.startsWith(GAP) || part.startsWith("<")) {
                gap = literal(literal, gap, steps);
                if (part.startsWith("<")) {
                    steps.add(new CompiledCue.Step(known(part.substring(1, part.length() - 1)), gap));
                    gap = 0;
                } else {
                    gap = part.equals(GAP) ? DEFAULT_GAP : Integer.parseInt(part.substring(GAP.length()));
                }
            } else {
                literal.append(part).append(' ');
            }
        }
        literal(literal, gap, steps);
        return steps;
    }

    private int literal(StringBuilder words, int gap, List<CompiledCue.Step> steps) {
        if (words.isEmpty()) {
            return gap;
        }
        var phrase = words.toString().strip();
        words.setLength(0);
        int number = number(phrase);
        add(phrase, number);
        steps.add(new CompiledCue.Step(number, gap));
        return 0;
    }

    private CompiledCue.RequestCondition request(Cue cue) {
        return new CompiledCue.RequestCondition(classNumbers(cue, Cue.REQUESTED), classNumbers(cue, Cue.NOT_REQUESTED));
    }

    /** Returns the word classes in the "unless" column of a cue that carry this mark. */
    private BitSet classNumbers(Cue cue, String mark) {
        var numbers = new BitSet();
        for (var name : cue.unless()) {
            var bare = Cue.bare(name);
            if (name.equals(mark + bare)) {
                numbers.set(known(bare));
            }
        }
        return numbers;
    }

    /**
     * Expands a phrase pattern, {@code no/little clinical? evidence}, into the phrases it stands for: {@code a/b} means either word, a
     * trailing {@code ?} makes a word optional, {@code show~} stands for the regular forms of a verb.
     */
    private static final class PhrasePattern {
        private static final String INFLECTED = "~";

        private PhrasePattern() {}

        static List<List<String>> expand(String pattern) {
            List<List<String>> phrases = List.of(List.of());
            for (var part : pattern.strip().split("\\s+", -1)) {
                boolean optional = part.endsWith("?");
                var words = Arrays.asList((optional ? part.substring(0, part.length() - 1) : part).split("/", -1));
                var longer = new ArrayList<List<String>>();
                for (var phrase : phrases) {
                    if (optional) {
                        longer.add(phrase);
                    }
                    words.stream()
                            .flatMap(word -> forms(word).stream())
                            .forEach(word -> longer.add(followed(phrase, word)));
                }
                phrases = longer;
            }
            return phrases.stream().filter(p -> !p.isEmpty()).toList();
        }

        private static List<String> forms(String word) {
            if (!word.endsWith(INFLECTED)) {
                return List.of(word);
            }
            var base = word.substring(0, word.length() - INFLECTED.length());
            if (base.endsWith("e")) {
                return List.of(base, base + "s", base + "d", base.substring(0, base.length() - 1) + "ing");
            }
            if (base.matches(".*[^aeiou]y")) {
                var stem = base.substring(0, base.length() - 1);
                return List.of(base, stem + "ies", stem + "ied", base + "ing");
            }
            var third = base.matches(".*(s|sh|ch|x|z)") ? base + "es" : base + "s";
            return List.of(base, third, base + "ed", base + "ing");
        }

        private static List<String> followed(List<String> phrase, String word) {
            var longer = new ArrayList<>(phrase);
            longer.add(word);
            return longer;
        }
    }

    /**
     * A word class defined by other classes and gaps instead of words.
     *
     * @param wordClass number of the class
     * @param steps the word classes that make it up, in order; at least one
     */
    record ComposedClass(int wordClass, List<CompiledCue.Step> steps) {
        ComposedClass {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A cue compiled for matching.
     *
     * @param cue the cue as defined in the vocabulary
     * @param steps its word classes in order; at least one
     * @param unless word classes that cancel the cue if they occur in its sentence
     * @param request condition on the request
     */
    record CompiledCue(Cue cue, List<Step> steps, BitSet unless, RequestCondition request) {
        /**
         * A word class of a cue.
         *
         * @param wordClass the class
         * @param gap maximum number of words between this step and the one before; 0 for the first step
         */
        record Step(int wordClass, int gap) {}

        /**
         * A condition of a cue on the words of the request.
         *
         * @param without word classes that must not occur in the request
         * @param with word classes of which at least one must occur; empty if there is no such requirement
         */
        record RequestCondition(BitSet without, BitSet with) {
            boolean isMet(SentenceWords request) {
                return !request.hasAny(without) && (with.isEmpty() || request.hasAny(with));
            }
        }

        CompiledCue {
            steps = List.copyOf(steps);
        }
    }
}
