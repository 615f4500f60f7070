package org.precedent.bench.letters;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.precedent.vocabulary.Vocabularies;

/**
 * Generates any number of fictional letters. The n-th letter depends only on the seed and n. Thread-safe.
 */
public final class GeneratedLetters {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final Planner planner;
    private final Prose prose;

    /**
     * A generator with this seed, which uses the terms of the product's vocabularies.
     */
    public GeneratedLetters(long seed) {
        var grammar = Grammar.bundled("letters.grammar");
        this.seed = seed;
        this.planner = new Planner(grammar, Weights.bundled(), Vocabularies.bundled());
        this.prose = new Prose(grammar, Vocabularies.bundled().guideline());
    }

    /**
     * A generated letter.
     *
     * @param id its case number
     * @param issues number of issues it decides
     * @param text its full text
     */
    public record Generated(String id, int issues, String text) {
        /**
         * The file name of the letter: {@code CM17-0005589.txt}.
         */
        public String source() {
            return id + ".txt";
        }
    }

    /**
     * Generates the n-th letter.
     *
     * @param index from 0, below ten million
     */
    public Generated letter(long index) {
        var random = new SplittableRandom((seed + 1) * SPREAD ^ index * 0x5851F42D4C957F2DL);
        var planned = planner.plan(index, random);
        var text = LetterPrinter.print(prose, planned.plan, planned.draw);
        return new Generated(planned.plan.caseNumber(), planned.plan.issues().size(), text);
    }

    /**
     * The first letters, in order. The stream may be made parallel.
     */
    public Stream<Generated> first(long count) {
        return LongStream.range(0, count).mapToObj(this::letter);
    }
}
