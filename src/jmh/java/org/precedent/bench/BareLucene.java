package org.precedent.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/**
 * The floor of a search: the best twenty by score for the same words on the same index, and nothing else.
 */
final class BareLucene implements AutoCloseable {
    private static final int TOP = 20;
    private static final String RANKED = "all";
    private static final String POSITIONED = "rationale";
    private static final char FORM = '\u0001';

    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private BareLucene(DirectoryReader reader) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    /** Opens the newest Lucene index below a folder. */
    static BareLucene below(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var newest = files.filter(f -> f.getFileName().toString().startsWith("segments_"))
                    .max(Comparator.comparingLong(f -> f.toFile().lastModified()))
                    .orElseThrow(() -> new IOException(folder + ": no index below it"));
            var parent = newest.getParent();
            return new BareLucene(DirectoryReader.open(FSDirectory.open(parent == null ? folder : parent)));
        }
    }

    /** How many hits came back, so that nothing is optimised away. */
    int top(BenchQuery.Floor floor) {
        try {
            return searcher.search(query(floor), TOP).scoreDocs.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query query(BenchQuery.Floor floor) throws IOException {
        return switch (floor) {
            case BenchQuery.Floor.Words words -> all(words.words());
            case BenchQuery.Floor.Phrase phrase ->
                new PhraseQuery(
                        POSITIONED,
                        phrase.words().stream().map(BareLucene::positioned).toArray(String[]::new));
            case BenchQuery.Floor.Prefix prefix -> new PrefixQuery(new Term(POSITIONED, prefix.stem()));
            case BenchQuery.Floor.All all -> MatchAllDocsQuery.INSTANCE;
        };
    }

    private Query all(List<String> words) throws IOException {
        var all = new BooleanQuery.Builder();
        for (var word : words) {
            all.add(new TermQuery(indexed(word)), Occur.MUST);
        }
        return all.build();
    }

    /** The word as a text's field holds it: its stem, a mark, and the word where it is another. */
    private static String positioned(String word) {
        try {
            var stem = stem(word);
            return stem + FORM + (stem.equals(word) ? "" : word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The word as the ranked field holds it: as it stands, else its stem. */
    private Term indexed(String word) throws IOException {
        var whole = new Term(RANKED, word);
        return reader.docFreq(whole) > 0 ? whole : new Term(RANKED, stem(word));
    }

    private static String stem(String word) throws IOException {
        var tokenizer = new KeywordTokenizer();
        tokenizer.setReader(new StringReader(word));
        try (var stems = new KStemFilter(tokenizer)) {
            var term = stems.addAttribute(CharTermAttribute.class);
            stems.reset();
            return stems.incrementToken() ? term.toString() : word;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
