package org.precedent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What ingest cannot be faster than: taking letters apart into words, and taking text out of PDFs, and nothing else. All in
 * letters a second.
 */
final class TextFloors {
    private static final int THREADS = 2;

    private TextFloors() {}

    /** A pass of the stock English analyzer over whole letters by two threads, after a warming one. */
    static double tokenizing(List<String> texts) throws InterruptedException {
        Parallel.seconds(THREADS, thread -> tokenizer(texts, thread));
        return texts.size() / Parallel.seconds(THREADS, thread -> tokenizer(texts, thread));
    }

    /** A pass of PDFBox's text extraction by two threads, after a warming one. */
    static double extracting(List<byte[]> pdfs) throws InterruptedException {
        Parallel.seconds(THREADS, thread -> extractor(pdfs, thread));
        return pdfs.size() / Parallel.seconds(THREADS, thread -> extractor(pdfs, thread));
    }

    private static Callable<Void> tokenizer(List<String> texts, int thread) {
        return () -> {
            try (var analyzer = new EnglishAnalyzer()) {
                for (int i = thread; i < texts.size(); i += THREADS) {
                    tokenize(analyzer, texts.get(i));
                }
            }
            return null;
        };
    }

    /** The same in the present thread. */
    static void tokenizeAll(List<String> texts) {
        try (var analyzer = new EnglishAnalyzer()) {
            for (var text : texts) {
                tokenize(analyzer, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tokenize(EnglishAnalyzer analyzer, String text) throws IOException {
        try (var tokens = analyzer.tokenStream("text", text)) {
            tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                // the work is the walk
            }
            tokens.end();
        }
    }

    private static Callable<Void> extractor(List<byte[]> pdfs, int thread) {
        return () -> {
            for (int i = thread; i < pdfs.size(); i += THREADS) {
                extract(pdfs.get(i));
            }
            return null;
        };
    }

    /** The text of a PDF, as PDFBox gives it. */
    static String extract(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
