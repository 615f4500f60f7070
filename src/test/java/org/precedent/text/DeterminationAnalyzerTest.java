package org.precedent.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.junit.jupiter.api.Test;
import org.precedent.vocabulary.Vocabularies;

class DeterminationAnalyzerTest {
    private static final String FIELD = "text";

    private final DeterminationAnalyzer analyzer = new DeterminationAnalyzer(new Tokenizer(Vocabularies.bundled()));

    /** The terms with their positions; for words, also their offsets. */
    private List<String> analyze(String text) throws IOException {
        var terms = new ArrayList<String>();
        try (var stream = analyzer.tokenStream(FIELD, text)) {
            var term = stream.getAttribute(TermToBytesRefAttribute.class);
            var step = stream.getAttribute(PositionIncrementAttribute.class);
            var offset = stream.getAttribute(OffsetAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                var spelled = term.getBytesRef().utf8ToString();
                var form = IndexTerms.form(spelled);
                terms.add(
                        form.isEmpty()
                                ? position + " boundary"
                                : position + " " + form + " of "
                                        + text.substring(offset.startOffset(), offset.endOffset()));
            }
            stream.end();
            assertEquals(text.length(), offset.endOffset());
        }
        return terms;
    }

    @Test
    void yieldsWordsWithPositionsOffsetsAndBoundaries() throws IOException {
        assertEquals(
                List.of(
                        "0 xray of X-ray",
                        "0 boundary",
                        "0 boundary",
                        "1 denied of denied",
                        "1 boundary",
                        "2 mri of MRI",
                        "2 boundary",
                        "2 boundary",
                        "2 boundary"),
                analyze("X-ray denied. MRI"));
    }

    @Test
    void startsFromScratchWithEachText() throws IOException {
        var first = analyze("Denied. Not necessary.");
        analyze("");
        assertEquals(first, analyze("Denied. Not necessary."));
    }

    @Test
    void letsLuceneAloneWriteAndFindPhrasesButNotAcrossValues() throws IOException {
        try (var directory = new ByteBuffersDirectory()) {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                var doc = new Document();
                doc.add(new TextField(FIELD, "Lumbar spine", Field.Store.NO));
                doc.add(new TextField(FIELD, "Plain film", Field.Store.NO));
                writer.addDocument(doc);
            }
            try (var reader = DirectoryReader.open(directory)) {
                var searcher = new IndexSearcher(reader);
                assertEquals(1, searcher.count(phrase("lumbar", "spine")));
                assertEquals(1, searcher.count(phrase("plain", "film")));
                assertEquals(0, searcher.count(phrase("spine", "plain")));
                assertEquals(1, searcher.count(new QueryBuilder(analyzer).createBooleanQuery(FIELD, "film")));
            }
        }
    }

    private static PhraseQuery phrase(String... words) {
        var phrase = new PhraseQuery.Builder();
        for (var word : words) {
            phrase.add(new org.apache.lucene.index.Term(FIELD, IndexTerms.positional(word, word)));
        }
        return phrase.build();
    }
}
