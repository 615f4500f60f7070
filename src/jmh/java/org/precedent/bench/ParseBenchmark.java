package org.precedent.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.precedent.bench.letters.GeneratedLetters;
import org.precedent.bench.letters.GeneratedLetters.Generated;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.vocabulary.Vocabularies;

/**
 * Parsing compared with PDFBox's text extraction of the same letters; the goal is a tenth of its time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ParseBenchmark {
    private static final int LETTERS = 50;

    private final LetterParser parser = new LetterParser(Vocabularies.bundled());
    private final List<Letter> letters = new ArrayList<>();
    private final List<byte[]> pdfs = new ArrayList<>();

    /**
     * Prints letters as PDFs, and keeps the texts that PDFBox extracts from them.
     */
    @Setup
    public void prepare() throws IOException {
        for (Generated letter : new GeneratedLetters(1).first(LETTERS).toList()) {
            var pdf = PdfLetters.print(letter.text());
            pdfs.add(pdf);
            letters.add(new Letter(letter.id() + ".pdf", "", TextFloors.extract(pdf), false));
        }
    }

    /**
     * Text to determination, for fifty letters.
     */
    @Benchmark
    public void parse(Blackhole consumed) {
        letters.forEach(letter -> consumed.consume(parser.parse(letter)));
    }

    /**
     * PDF to text, for the same fifty letters.
     */
    @Benchmark
    public void extract(Blackhole consumed) throws IOException {
        for (var pdf : pdfs) {
            consumed.consume(TextFloors.extract(pdf));
        }
    }
}
