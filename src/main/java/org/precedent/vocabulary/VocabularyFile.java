package org.precedent.vocabulary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a vocabulary from its TSV file. Lines beginning with {@code #} are comments; the others have five columns: {@code id,
 * label, parent, synonyms, source}, synonyms separated by {@code |}, parent empty at the top.
 */
final class VocabularyFile {
    private static final int COLUMNS = 5;

    private VocabularyFile() {}

    static Vocabulary bundled(String name) {
        var resource = "/vocabulary/" + name + ".tsv";
        try (var in = VocabularyFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": missing from the class path");
            }
            return read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Vocabulary read(String name, String tsv) {
        var terms = new ArrayList<Term>();
        int number = 0;
        for (var line : tsv.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                terms.add(term(name, number, line));
            }
        }
        return new Vocabulary(name, terms);
    }

    private static Term term(String name, int number, String line) {
        var cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("vocabulary " + name + ": line " + number + ": expected " + COLUMNS
                    + " columns (id, label, parent, synonyms, source), got " + cells.length);
        }
        return new Term(
                cells[0], cells[1], Optional.of(cells[2]).filter(p -> !p.isBlank()), synonyms(cells[3]), cells[4]);
    }

    private static List<String> synonyms(String cell) {
        return Arrays.stream(cell.split("\\|"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
