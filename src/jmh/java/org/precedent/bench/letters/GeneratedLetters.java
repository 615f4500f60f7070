package org.precedent.bench.letters;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.precedent.vocabulary.Vocabularies;

/**
 * Any number of invented letters; the n-th is the same for the same seed, whichever others are generated. For use by many
 * threads.
 */
public final class GeneratedLetters {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final Planner planner;
    private final Prose prose;

    /**
     * Letters of this seed, in the words of the product's vocabularies.
     */
    public GeneratedLetters(long seed) {
        var grammar = Grammar.bundled("letters.grammar");
        this.seed = seed;
        this.planner = new Planner(grammar, Weights.bundled(), Vocabularies.bundled());
        this.prose = new Prose(grammar, Vocabularies.bundled().guideline());
    }

    /**
     * A letter as text.
     *
     * @param id its case number
     * @param issues how many items it decides
     * @param text as a file of that letter would hold it
     */
    public record Generated(String id, int issues, String text) {
        /**
         * A file name for it: {@code CM17-0005589.txt}.
         */
        public String source() {
            return id + ".txt";
        }
    }

    /**
     * The n-th letter.
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
     * The first letters, in order; may be made parallel.
     */
    public Stream<Generated> first(long count) {
        return LongStream.range(0, count).mapToObj(this::letter);
    }
}
