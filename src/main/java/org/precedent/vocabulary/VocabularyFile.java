package org.precedent.vocabulary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a vocabulary from its TSV file. Lines beginning with {@code #} are comments; the others have five or six columns:
 * {@code id, label, parent, synonyms, source, words in a query}. Synonyms are separated by {@code |} and may have a mark, see
 * {@link Surface.Role}; the parent is empty at the top. The last column lists the label or synonyms that the parser recognizes but that
 * stay words in a query.
 */
final class VocabularyFile {
    private static final int COLUMNS = 5;
    private static final int COLUMNS_WITH_QUERY_WORDS = 6;

    private final List<Term> terms = new ArrayList<>();
    private final List<Surface> surfaces = new ArrayList<>();
    private final List<String> queryWords = new ArrayList<>();

    /**
     * The content of a file.
     *
     * @param terms its terms in file order
     * @param surfaces their synonyms, with the force each has
     * @param queryWords labels and synonyms that stay words in a query
     */
    record Rows(List<Term> terms, List<Surface> surfaces, List<String> queryWords) {
        Rows and(Rows more) {
            return new Rows(
                    Stream.concat(terms.stream(), more.terms.stream()).toList(),
                    Stream.concat(surfaces.stream(), more.surfaces.stream()).toList(),
                    Stream.concat(queryWords.stream(), more.queryWords.stream()).toList());
        }
    }

    private VocabularyFile() {}

    static Vocabulary bundled(String name) {
        return read(name, resource(name));
    }

    /**
     * The text of a bundled vocabulary file.
     */
    static String resource(String name) {
        var resource = "/vocabulary/" + name + ".tsv";
        try (var in = VocabularyFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Vocabulary read(String name, String tsv) {
        var rows = parse(name, tsv);
        return new Vocabulary(name, rows);
    }

    static Rows parse(String name, String tsv) {
        var file = new VocabularyFile();
        rows(name, tsv, COLUMNS, COLUMNS_WITH_QUERY_WORDS).forEach(row -> file.add(name, row));
        return new Rows(List.copyOf(file.terms), List.copyOf(file.surfaces), List.copyOf(file.queryWords));
    }

    /**
     * The cells of each line that is not a comment.
     *
     * @throws IllegalArgumentException when a line has the wrong number of columns
     */
    static List<List<String>> rows(String name, String tsv, int columns) {
        return rows(name, tsv, columns, columns);
    }

    private static List<List<String>> rows(String name, String tsv, int minimum, int maximum) {
        var rows = new ArrayList<List<String>>();
        int number = 0;
        for (var line : tsv.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                var cells = List.of(line.split("\t", -1));
                if (cells.size() < minimum || cells.size() > maximum) {
                    throw new IllegalArgumentException("vocabulary " + name + ": line " + number + ": expected "
                            + (minimum == maximum ? "" + minimum : minimum + " to " + maximum) + " columns, got "
                            + cells.size());
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    /**
     * The forms in a cell, which are separated by bars.
     */
    static List<String> forms(String cell) {
        return Arrays.stream(cell.split("\\|"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private void add(String name, List<String> row) {
        var bare = new Term(row.get(0), row.get(1), parent(row.get(2)), List.of(), row.get(4));
        var read = forms(row.get(3)).stream().map(s -> Surface.of(bare, s)).toList();
        var names = read.stream()
                .filter(s -> s.role() != Surface.Role.IGNORED)
                .map(Surface::words)
                .toList();
        var term = new Term(bare.id(), bare.label(), bare.parent(), names, bare.source());
        terms.add(term);
        read.forEach(s -> surfaces.add(new Surface(term, s.words(), s.role())));
        if (row.size() == COLUMNS_WITH_QUERY_WORDS) {
            addQueryWords(name, term, forms(row.get(COLUMNS)));
        }
    }

    private void addQueryWords(String name, Term term, List<String> forms) {
        for (var form : forms) {
            if (!form.equals(term.label()) && !term.synonyms().contains(form)) {
                throw new IllegalArgumentException(
                        "vocabulary " + name + ": \"" + form + "\", left as words in a query, is"
                                + " neither the label nor a synonym of \"" + term.id() + "\"");
            }
            queryWords.add(form);
        }
    }

    private static Optional<String> parent(String cell) {
        return Optional.of(cell).filter(p -> !p.isBlank());
    }
}
