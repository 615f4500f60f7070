package org.precedent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Extracts two highlighted sentences from a text using only Lucene's tokenizer.
 */
final class BareSnippets {
    private static final int PASSAGES = 2;

    private final Analyzer analyzer = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            return new TokenStreamComponents(words, new KStemFilter(new LowerCaseFilter(words)));
        }
    };

    /** A sentence and the offsets of the highlighted words in it. */
    private record Sentence(int start, int end, List<int[]> marks) {}

    /** The two sentences with the most matching words, as HTML. */
    String cut(String text, Predicate<CharSequence> filter) {
        var sentences = new ArrayList<Sentence>();
        int start = 0;
        for (int end = text.indexOf(". "); end >= 0; end = text.indexOf(". ", end + 1)) {
            sentences.add(new Sentence(start, end + 1, new ArrayList<>()));
            start = end + 2;
        }
        sentences.add(new Sentence(start, text.length(), new ArrayList<>()));
        mark(text, filter, sentences);
        var html = new StringBuilder();
        sentences.stream()
                .sorted(Comparator.comparingInt(s -> -s.marks.size()))
                .limit(PASSAGES)
                .sorted(Comparator.comparingInt(Sentence::start))
                .forEach(s -> print(text, s, html));
        return html.toString();
    }

    private void mark(String text, Predicate<CharSequence> filter, List<Sentence> sentences) {
        try (var tokens = analyzer.tokenStream("", text)) {
            var term = tokens.getAttribute(CharTermAttribute.class);
            var offset = tokens.getAttribute(OffsetAttribute.class);
            int at = 0;
            tokens.reset();
            while (tokens.incrementToken()) {
                if (filter.test(term)) {
                    while (sentences.get(at).end < offset.endOffset() && at + 1 < sentences.size()) {
                        at++;
                    }
                    sentences.get(at).marks.add(new int[] {offset.startOffset(), offset.endOffset()});
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(String text, Sentence sentence, StringBuilder html) {
        int at = sentence.start;
        for (var mark : sentence.marks) {
            int from = Math.clamp(mark[0], at, sentence.end);
            int to = Math.clamp(mark[1], from, sentence.end);
            html.append(text, at, from).append("<mark>").append(text, from, to).append("</mark>");
            at = to;
        }
        html.append(text, at, sentence.end);
    }
}
