package org.precedent.lucene.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same intervals as Lucene's own combination of both orders gives, which reads each side twice. */
class UnorderedIntervalsTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int TEXTS = 60;
    private static final int SOURCES = 300;
    private static final int DEEP = 3;

    @TempDir
    private Path folder;

    /** One source in both ways. */
    private record Both(IntervalsSource ours, IntervalsSource stock) {}

    @Test
    void givesTheIntervalsOfBothOrders() throws IOException {
        var random = new Random(SEED);
        try (var directory = FSDirectory.open(folder);
                var writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (int i = 0; i < TEXTS; i++) {
                var text = new StringBuilder();
                random.ints(random.nextInt(1, 30), 'a', 'e')
                        .forEach(c -> text.append((char) c).append(' '));
                var letter = new Document();
                letter.add(new TextField("text", text.toString(), Field.Store.NO));
                writer.addDocument(letter);
            }
            writer.commit();
            try (var reader = DirectoryReader.open(directory)) {
                for (int i = 0; i < SOURCES; i++) {
                    var source = source(random, DEEP);
                    assertEquals(
                            intervals(source.stock, reader),
                            intervals(source.ours, reader),
                            () -> "seed " + SEED + ": " + source.ours);
                }
            }
        }
    }

    private static Both source(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            var word = Intervals.term(String.valueOf((char) random.nextInt('a', 'f')));
            return new Both(word, word);
        }
        var left = source(random, depth - 1);
        var right = source(random, depth - 1);
        int gaps = random.nextBoolean() ? random.nextInt(4) : Integer.MAX_VALUE;
        return switch (random.nextInt(4)) {
            case 0 ->
                new Both(Intervals.or(false, left.ours, right.ours), Intervals.or(false, left.stock, right.stock));
            case 1 ->
                new Both(
                        Intervals.maxgaps(gaps, Intervals.ordered(left.ours, right.ours)),
                        Intervals.maxgaps(gaps, Intervals.ordered(left.stock, right.stock)));
            default ->
                new Both(
                        new UnorderedIntervals(left.ours, right.ours, gaps),
                        Intervals.or(
                                false,
                                Intervals.maxgaps(gaps, Intervals.ordered(left.stock, right.stock)),
                                Intervals.maxgaps(gaps, Intervals.ordered(right.stock, left.stock))));
        };
    }

    private static List<String> intervals(IntervalsSource source, DirectoryReader reader) throws IOException {
        var found = new ArrayList<String>();
        for (var leaf : reader.leaves()) {
            var intervals = source.intervals("text", leaf);
            while (intervals != null && intervals.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                while (intervals.nextInterval() != IntervalIterator.NO_MORE_INTERVALS) {
                    found.add(leaf.docBase + intervals.docID() + ": " + intervals.start() + "-" + intervals.end());
                }
            }
        }
        return found;
    }
}
