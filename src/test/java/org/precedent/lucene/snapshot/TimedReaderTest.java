package org.precedent.lucene.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.search.SearchEngine.TimedOut;

class TimedReaderTest {
    private static final int WORDS = 3 * SearchDeadline.STEPS_PER_CHECK;

    @TempDir
    private Path folder;

    @Test
    void aProximityEndsWithinOneLongText() throws IOException {
        try (var directory = FSDirectory.open(folder);
                var writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            var letter = new Document();
            letter.add(new TextField("text", "pain ".repeat(WORDS) + "end", Field.Store.NO));
            writer.addDocument(letter);
            writer.commit();
            try (var reader = DirectoryReader.open(directory)) {
                var near = new PhraseQuery("text", "pain", "end");
                assertEquals(1, searcher(reader, Duration.ofDays(1)).count(near));
                var passed = searcher(reader, Duration.ofNanos(-1));
                assertThrows(TimedOut.class, () -> passed.count(near));
            }
        }
    }

    private static IndexSearcher searcher(DirectoryReader reader, Duration allowed) throws IOException {
        return new IndexSearcher(new TimedReader(reader, SearchDeadline.after(allowed)));
    }
}
