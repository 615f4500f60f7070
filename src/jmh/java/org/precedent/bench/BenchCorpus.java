package org.precedent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.precedent.bench.letters.GeneratedLetters;
import org.precedent.bench.letters.GeneratedLetters.Generated;
import org.precedent.bench.letters.LetterOutput;

/**
 * The generated letters of one benchmark, and the files written from them.
 *
 * @param letters the generator
 * @param seed of the generator
 * @param size number of letters
 * @param folder where files are written
 */
public record BenchCorpus(GeneratedLetters letters, long seed, long size, Path folder) {
    public static BenchCorpus of(long seed, long size, Path folder) throws IOException {
        Files.createDirectories(folder);
        return new BenchCorpus(new GeneratedLetters(seed), seed, size, folder);
    }

    /** The texts of the first {@code count} letters. */
    List<String> texts(long count) {
        return letters.first(Math.min(size, count)).map(Generated::text).toList();
    }

    /** A file with all letters, one JSON object per line; written if it does not exist. */
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

    /** A folder with the first letters as PDF files. */
    Path pdfs(long count) throws IOException {
        var pdfs = Files.createDirectories(folder.resolve("posted-" + count + "-" + seed));
        for (var letter : letters.first(count).toList()) {
            var file = pdfs.resolve(letter.id() + ".pdf");
            if (!Files.exists(file)) {
                Files.write(file, PdfLetters.print(letter.text()));
            }
        }
        return pdfs;
    }

    /** The folder for the index of this corpus. */
    public Path index() {
        return folder.resolve("index-" + size + "-" + seed);
    }

    /** The total size in bytes of all files under a folder. */
    static long bytesBelow(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }
}
