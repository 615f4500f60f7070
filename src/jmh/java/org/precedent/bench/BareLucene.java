package org.precedent.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.search.query.TextField;

/**
 * The lower bound for a search: the top 20 by score for the same words on the same index, and nothing else.
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

    /** Opens the newest Lucene index under a folder. */
    static BareLucene below(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var newest = files.filter(f -> f.getFileName().toString().startsWith("segments_"))
                    .max(Comparator.comparingLong(f -> f.toFile().lastModified()))
                    .orElseThrow(() -> new IOException(folder + ": no index below it"));
            var parent = newest.getParent();
            return new BareLucene(DirectoryReader.open(FSDirectory.open(parent == null ? folder : parent)));
        }
    }

    /** The number of hits, returned so that the JIT compiler cannot optimize the search away. */
    int top(BenchQuery.Floor floor) {
        try {
            return searcher.search(query(floor), TOP).scoreDocs.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DirectoryReader reader() {
        return reader;
    }

    /**
     * A query that matches the same issues as the product's search, ranked by matching terms only.
     *
     * @param letters the parent documents of a segment, one per determination, which hold the summaries
     */
    Query query(BenchQuery asked, BitSetProducer letters) throws IOException {
        return switch (asked.floor()) {
            case BenchQuery.Floor.Phrase phrase ->
                new DisjunctionMaxQuery(
                        List.of(
                                phrase(IndexField.REQUEST, phrase.words()),
                                phrase(IndexField.RATIONALE, phrase.words())),
                        0);
            case BenchQuery.Floor.Prefix prefix ->
                new DisjunctionMaxQuery(
                        List.of(
                                new PrefixQuery(new Term(IndexField.REQUEST.key(), prefix.stem())),
                                new PrefixQuery(new Term(POSITIONED, prefix.stem()))),
                        0);
            case BenchQuery.Floor.Field field -> {
                var forms = forms(IndexSchema.field(field.field()), field.word());
                yield field.field() == TextField.SUMMARY ? new ToChildBlockJoinQuery(forms, letters) : forms;
            }
            case BenchQuery.Floor.Words words -> query(words);
            case BenchQuery.Floor.All all -> query(all);
        };
    }

    /** Tests whether a stem is to be highlighted. */
    Predicate<CharSequence> wanted(BenchQuery asked) {
        return switch (asked.floor()) {
            case BenchQuery.Floor.Words words -> among(words.words());
            case BenchQuery.Floor.Phrase phrase -> among(phrase.words());
            case BenchQuery.Floor.Field field -> among(List.of(field.word()));
            case BenchQuery.Floor.Prefix prefix ->
                token -> CharSequence.compare(token, prefix.stem()) >= 0
                        && token.toString().startsWith(prefix.stem());
            case BenchQuery.Floor.All all -> token -> false;
        };
    }

    private static Predicate<CharSequence> among(List<String> words) {
        var stems = new CharArraySet(words.size(), false);
        words.forEach(word -> stems.add(stem(word)));
        return stems::contains;
    }

    private static Query phrase(IndexField field, List<String> words) {
        return new PhraseQuery(
                field.key(), words.stream().map(BareLucene::positioned).toArray(String[]::new));
    }

    /** Matches every indexed form of a word in a field. */
    private Query forms(IndexField field, String word) throws IOException {
        var forms = new SynonymQuery.Builder(field.key());
        var start = new BytesRef(stem(word) + FORM);
        for (var leaf : reader.leaves()) {
            var terms = Terms.getTerms(leaf.reader(), field.key()).iterator();
            var status = terms.seekCeil(start);
            for (var term = status == TermsEnum.SeekStatus.END ? null : terms.term();
                    term != null && StringHelper.startsWith(term, start);
                    term = terms.next()) {
                forms.addTerm(new Term(field.key(), BytesRef.deepCopyOf(term)));
            }
        }
        return forms.build();
    }

    private Query query(BenchQuery.Floor floor) throws IOException {
        return switch (floor) {
            case BenchQuery.Floor.Field field -> all(List.of(field.word()));
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

    /** The word as the text fields index it: its stem, a separator, and the word if it differs from the stem. */
    private static String positioned(String word) {
        var stem = stem(word);
        return stem + FORM + (stem.equals(word) ? "" : word);
    }

    /** The word as the ranked field indexes it: the word itself if it occurs there, else its stem. */
    private Term indexed(String word) throws IOException {
        var whole = new Term(RANKED, word);
        return reader.docFreq(whole) > 0 ? whole : new Term(RANKED, stem(word));
    }

    private static String stem(String word) {
        var tokenizer = new KeywordTokenizer();
        tokenizer.setReader(new StringReader(word));
        try (var stems = new KStemFilter(tokenizer)) {
            var term = stems.addAttribute(CharTermAttribute.class);
            stems.reset();
            return stems.incrementToken() ? term.toString() : word;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
