package org.precedent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Ingest speed and index size on disk; covers performance goals G8, G9, and G10.
 */
final class IngestSection {
    private static final int FLOOR_LETTERS = 10_000;
    /** With fewer, what is measured is how fast the compiler translates the code rather than how fast the code is. */
    private static final int PDF_LETTERS = 6_000;

    private static final int WARMING_LETTERS = 6_000;

    private final BenchCorpus corpus;
    private final BenchOptions options;
    private final Table table =
            new Table("Ingest", "what", "letters", "letters/s", "floor letters/s", "share of floor");

    IngestSection(BenchCorpus corpus, BenchOptions options) {
        this.corpus = corpus;
        this.options = options;
    }

    List<Table> run() throws IOException, InterruptedException {
        warm();
        double tokenizer = TextFloors.tokenizing(corpus.texts(FLOOR_LETTERS));
        var lines = corpus.lines();
        double seconds = ingest(lines, options.index(corpus));
        double rate = corpus.size() / seconds;
        table.row(
                "text → committed (floor: tokenizer only, 2 threads)",
                corpus.size(),
                rate,
                tokenizer,
                rate / tokenizer);
        pdfs();
        return List.of(table, disk());
    }

    private void warm() throws IOException {
        var small = BenchCorpus.of(corpus.seed() + 1, WARMING_LETTERS, corpus.folder());
        ingest(small.lines(), beside("warming"));
    }

    /** Everything is measured warm, and PDFBox before and after the ingest, because the speed of a shared machine varies. */
    private void pdfs() throws IOException, InterruptedException {
        var folder = corpus.pdfs(Math.min(PDF_LETTERS, corpus.size()));
        List<Path> pdfs;
        try (var files = Files.list(folder)) {
            pdfs = files.sorted().toList();
        }
        double before = TextFloors.extracting(pdfs);
        ingest(folder, beside("warming"));
        ingest(folder, beside("warming"));
        double rate = pdfs.size() / ingest(folder, beside("from-pdf"));
        double floor = (before + TextFloors.extracting(pdfs)) / 2;
        table.row("PDF → committed (floor: PDFBox only, 2 threads)", pdfs.size(), rate, floor, rate / floor);
    }

    private Table disk() throws IOException {
        long text = corpus.letters()
                .first(corpus.size())
                .mapToLong(l -> l.text().length())
                .sum();
        long kept = options.index(corpus).bytes();
        return new Table("Disk", "bytes of text", "bytes of index", "bytes a byte of text", "goal")
                .row(text, kept, (double) kept / text, 0.75);
    }

    /** An index with this name next to that of the corpus. */
    private BenchIndex beside(String name) {
        return BenchIndex.of(corpus.folder().resolve(name), options.cluster());
    }

    /** Ingests into a new index. Returns the seconds from the first byte read to the last commit. */
    private static double ingest(Path letters, BenchIndex index) throws IOException {
        index.delete();
        try (var product = index.open()) {
            long start = System.nanoTime();
            product.ingest(letters);
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
