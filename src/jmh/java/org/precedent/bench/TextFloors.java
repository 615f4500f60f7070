package org.precedent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Lower bounds for ingest: tokenizing letters only, and extracting text from PDFs only. All results are in letters per second.
 */
final class TextFloors {
    private static final int THREADS = 2;

    private TextFloors() {}

    /** Throughput of the stock English analyzer over whole letters in two threads, after one warm-up pass. */
    static double tokenizing(List<String> texts) throws InterruptedException {
        Parallel.seconds(THREADS, thread -> tokenizer(texts, thread));
        return texts.size() / Parallel.seconds(THREADS, thread -> tokenizer(texts, thread));
    }

    /** Throughput of PDFBox's text extraction from files in two threads, after one warm-up pass. */
    static double extracting(List<Path> pdfs) throws InterruptedException {
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

    /** Tokenizes all texts in the calling thread. */
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
                // consuming the tokens is the work
            }
            tokens.end();
        }
    }

    private static Callable<Void> extractor(List<Path> pdfs, int thread) {
        return () -> {
            for (int i = thread; i < pdfs.size(); i += THREADS) {
                extract(Files.readAllBytes(pdfs.get(i)));
            }
            return null;
        };
    }

    /** The text of a PDF, as PDFBox extracts it. */
    static String extract(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
