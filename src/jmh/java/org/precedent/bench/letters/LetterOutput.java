package org.precedent.bench.letters;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.precedent.bench.letters.GeneratedLetters.Generated;
import org.precedent.json.Json;

/**
 * A destination for generated letters: a file of JSON lines, a ZIP archive, or a folder of text files.
 */
public interface LetterOutput extends AutoCloseable {
    /** Maximum number of files per subfolder. */
    int FOLDER_SIZE = 1_000;

    /**
     * Writes one letter.
     */
    void write(Generated letter) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * The output for a path: JSON lines for {@code .jsonl} or {@code .ndjson}, an archive for {@code .zip}, else a folder.
     */
    static LetterOutput to(Path path) throws IOException {
        var name = path.getFileName().toString();
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return new Lines(Files.newOutputStream(path));
        }
        return name.endsWith(".zip") ? new Zip(new ZipOutputStream(Files.newOutputStream(path))) : new Folder(path);
    }

    /**
     * JSON lines: one {@code {"id","source","text"}} object per letter.
     */
    final class Lines implements LetterOutput {
        private final OutputStream out;

        Lines(OutputStream out) {
            this.out = new java.io.BufferedOutputStream(out, 1 << 18);
        }

        @Override
        public void write(Generated letter) throws IOException {
            out.write(line(letter));
        }

        /** A letter as one line of JSON. */
        static byte[] line(Generated letter) {
            var record = new java.util.LinkedHashMap<>(Map.of("id", letter.id()));
            record.put("source", letter.source());
            record.put("text", letter.text());
            return (Json.write(record) + "\n").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /**
     * A ZIP archive with one text file per letter.
     */
    final class Zip implements LetterOutput {
        private final ZipOutputStream out;

        Zip(ZipOutputStream out) {
            this.out = out;
            out.setLevel(Deflater.BEST_SPEED);
        }

        @Override
        public void write(Generated letter) throws IOException {
            out.putNextEntry(new ZipEntry(letter.source()));
            out.write(letter.text().getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /**
     * A folder of text files, a thousand per subfolder.
     */
    final class Folder implements LetterOutput {
        private final Path folder;
        private long written;

        Folder(Path folder) {
            this.folder = folder;
        }

        @Override
        public void write(Generated letter) throws IOException {
            var part = folder.resolve(String.format("%05d", written++ / FOLDER_SIZE));
            Files.createDirectories(part);
            Files.writeString(part.resolve(letter.source()), letter.text());
        }

        @Override
        public void close() {}
    }

    /**
     * Writes one letter, wrapping {@link IOException} for use in lambdas.
     */
    default void writeUnchecked(Generated letter) {
        try {
            write(letter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
