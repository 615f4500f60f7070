package org.precedent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.precedent.bench.letters.GeneratedLetters;
import org.precedent.bench.letters.GeneratedLetters.Generated;
import org.precedent.bench.letters.LetterOutput;

/**
 * The letters of one benchmark and the files generated from them.
 *
 * @param letters the generator
 * @param seed its seed
 * @param size how many
 * @param folder where files are put
 */
public record BenchCorpus(GeneratedLetters letters, long seed, long size, Path folder) {
    public static BenchCorpus of(long seed, long size, Path folder) throws IOException {
        Files.createDirectories(folder);
        return new BenchCorpus(new GeneratedLetters(seed), seed, size, folder);
    }

    /** Texts of the first letters. */
    List<String> texts(long count) {
        return letters.first(Math.min(size, count)).map(Generated::text).toList();
    }

    /** All letters in one file, written unless it is there already. */
    public Path lines() throws IOException {
        var file = folder.resolve("letters-" + size + "-" + seed + ".jsonl");
        if (!Files.exists(file)) {
            var part = folder.resolve(file.getFileName() + ".part.jsonl");
            try (var output = LetterOutput.to(part)) {
                letters.first(size).forEach(output::writeUnchecked);
            }
            Files.move(part, file);
        }
        return file;
    }

    /** The first letters as PDF files in a folder of their own. */
    Path pdfs(long count) throws IOException {
        var pdfs = Files.createDirectories(folder.resolve("pdf-" + count + "-" + seed));
        for (var letter : letters.first(count).toList()) {
            var file = pdfs.resolve(letter.id() + ".pdf");
            if (!Files.exists(file)) {
                Files.write(file, PdfLetters.print(letter.text()));
            }
        }
        return pdfs;
    }

    /** Where its index goes. */
    public Path index() {
        return folder.resolve("index-" + size + "-" + seed);
    }

    /** Bytes of all files below a folder. */
    static long bytesBelow(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }
}
