package org.precedent.lucene.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.search.SearchEngine.TimedOut;
import org.precedent.search.facet.FacetPaths;
import org.precedent.vocabulary.Vocabularies;

class SegmentWorkersTest {
    private static final String[] WORDS = {"pain", "lumbar", "denied", "therapy"};
    private static final SegmentWorkers SHARING = new SegmentWorkers(3, 0);
    private static final SegmentWorkers ALONE = new SegmentWorkers(0, 0);

    @TempDir
    private Path folder;

    @Test
    void resultsComeInTheOrderOfTheTasks() throws IOException {
        var tasks = new ArrayList<Callable<Integer>>();
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            numbers.add(i);
            tasks.add(() -> number);
        }
        assertEquals(numbers, SHARING.invokeAll(tasks, true));
        assertEquals(numbers, SHARING.invokeAll(tasks, false));
    }

    @Test
    void helpersTakePartWhenWorkIsShared() throws IOException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        var both = new CountDownLatch(2);
        Callable<Boolean> meeting = () -> {
            threads.add(Thread.currentThread());
            both.countDown();
            both.await();
            return true;
        };

        assertEquals(List.of(true, true), new SegmentWorkers(1, 0).invokeAll(List.of(meeting, meeting), true));
        assertEquals(2, threads.size());
        assertTrue(threads.contains(Thread.currentThread()));
    }

    @Test
    void nothingIsSharedWithoutHelpersOrBelowTheMinimum() {
        assertFalse(ALONE.isWorthSharing(Long.MAX_VALUE));
        assertFalse(new SegmentWorkers(1, 10).isWorthSharing(9));
        assertTrue(new SegmentWorkers(1, 10).isWorthSharing(10));
    }

    @Test
    void failuresOfATaskArePassedOn() {
        List<Callable<Integer>> late = List.of(() -> 1, () -> {
            throw new TimedOut("late");
        });
        List<Callable<Integer>> broken = List.of(() -> 1, () -> {
            throw new IOException("broken");
        });

        for (boolean shared : new boolean[] {true, false}) {
            assertThrows(TimedOut.class, () -> SHARING.invokeAll(late, shared));
            assertThrows(IOException.class, () -> SHARING.invokeAll(broken, shared));
        }
    }

    @Test
    void sharedSearchesOfPartsOfSegmentsFindTheSame() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        try (var directory = FSDirectory.open(folder);
                var writer = new IndexWriter(
                        directory,
                        new IndexWriterConfig(new WhitespaceAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE))) {
            writeSegments(writer, random);
            var columns = new IndexSnapshot.ColumnCache(new FacetPaths(Vocabularies.bundled()));
            try (var alone = new IndexSnapshot(DirectoryReader.open(directory), columns, ALONE);
                    var shared = new IndexSnapshot(DirectoryReader.open(directory), columns, SHARING)) {
                for (var query : queries()) {
                    var deadline = SearchDeadline.after(SearchDeadline.LIMIT);
                    assertEquals(
                            alone.matching(query, deadline).bits(),
                            shared.matching(query, deadline).bits(),
                            "seed " + seed + ": " + query);
                }
                var passed = SearchDeadline.after(Duration.ofNanos(-1));
                assertThrows(TimedOut.class, () -> shared.matching(new TermQuery(new Term("text", "pain")), passed));
            }
        }
    }

    private static void writeSegments(IndexWriter writer, Random random) throws IOException {
        for (int segment = 0; segment < 5; segment++) {
            for (int i = 0; i < 300; i++) {
                var text = new StringBuilder();
                for (int word = 0; word < 8; word++) {
                    text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
                }
                var document = new Document();
                document.add(new TextField("text", text.toString(), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.commit();
        }
    }

    private static List<Query> queries() {
        var queries = new ArrayList<Query>();
        for (var first : WORDS) {
            queries.add(new TermQuery(new Term("text", first)));
            for (var second : WORDS) {
                queries.add(new PhraseQuery("text", first, second));
            }
        }
        queries.add(new TermQuery(new Term("text", "absent")));
        queries.add(new DisjunctionMaxQuery(List.copyOf(queries), 0));
        return queries;
    }
}
