package org.precedent.lucene.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The pointer file {@code CURRENT} of an index: the name of the generation being served and a CRC-32 of that name, in one line such as
 * {@code gen-0003 1a2b3c4d}. A line without the checksum is also valid: earlier versions wrote it, and so may an operator who repairs an
 * index.
 */
final class CurrentFile {
    private static final String NAME = "CURRENT";
    private static final Pattern LINE = Pattern.compile("(gen-\\d{4,9})( [0-9a-f]{8})?\n");

    private final Path root;

    CurrentFile(Path root) {
        this.root = root;
    }

    Path path() {
        return root.resolve(NAME);
    }

    /**
     * Reads the name of the generation being served.
     *
     * @param remedy supplies repair instructions when the file is damaged
     * @return empty when there is no such file
     * @throws IndexDamagedException when the line is malformed or its checksum is wrong
     */
    Optional<String> read(Supplier<String> remedy) {
        return text().map(text -> {
            var line = LINE.matcher(text);
            if (!line.matches() || (line.group(2) != null && !line.group(2).equals(" " + checksum(line.group(1))))) {
                throw new IndexDamagedException(
                        path() + ": expected the name of a folder beside it and its checksum, found \"" + text.strip()
                                + "\"; " + remedy.get());
            }
            return line.group(1);
        });
    }

    /** Points to another generation, atomically and durably. */
    void write(String name) {
        try {
            DurableFiles.replace(path(), content(name).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the file already points to that generation with a checksum, so that no write is needed. */
    boolean isWrittenFor(String name) {
        return text().filter(content(name)::equals).isPresent();
    }

    private Optional<String> text() {
        try {
            return Optional.of(Files.readString(path(), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(String name) {
        return name + " " + checksum(name) + "\n";
    }

    private static String checksum(String name) {
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.ISO_8859_1));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
