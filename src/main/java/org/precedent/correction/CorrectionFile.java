package org.precedent.correction;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.precedent.correction.Correction.Place;

/**
 * Reads and writes corrections as a tab-separated file: a header line, then one correction per line, with multiple values separated by
 * {@code " | "}.
 */
public final class CorrectionFile {
    private static final String HEADING = "determination\tissue\tfield\tvalue\tread\treason\tmade\twithdrawn\tid";
    private static final String VALUE_SEPARATOR = " | ";
    private static final int MIN_COLUMNS = 6;

    private CorrectionFile() {}

    /**
     * The result of reading a corrections file.
     *
     * @param corrections in file order; the id is empty where the file gives none
     * @param wrong one error message per line that could not be read
     */
    public record Content(List<Correction> corrections, List<String> wrong) {}

    /**
     * Writes corrections in the format that {@link #read} accepts.
     */
    public static String write(List<Correction> corrections) {
        return corrections.stream()
                .map(c -> String.join(
                        "\t",
                        c.place().determination(),
                        Integer.toString(c.place().issue()),
                        c.place().field().key(),
                        String.join(VALUE_SEPARATOR, c.values()),
                        String.join(VALUE_SEPARATOR, c.read()),
                        c.reason(),
                        c.made().toString(),
                        c.withdrawn().map(Instant::toString).orElse(""),
                        c.id()))
                .collect(Collectors.joining("\n", HEADING + "\n", "\n"));
    }

    /**
     * Reads an exported or hand-written file. The {@code made} column and those after it may be omitted; they then default to {@code now}
     * and empty.
     *
     * @param values validates the values
     * @param now used as the time of a correction that does not state one
     */
    public static Content read(String text, FieldValues values, Instant now) {
        var corrections = new ArrayList<Correction>();
        var wrong = new ArrayList<String>();
        int number = 0;
        for (var line : text.split("\r?\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#") || line.startsWith("determination\t")) {
                continue;
            }
            try {
                corrections.add(correction(line.split("\t", -1), values, now));
            } catch (FieldValues.Invalid | IllegalArgumentException | DateTimeParseException e) {
                wrong.add("line " + number + ": " + e.getMessage());
            }
        }
        return new Content(List.copyOf(corrections), List.copyOf(wrong));
    }

    private static Correction correction(String[] cells, FieldValues values, Instant now) {
        if (cells.length < MIN_COLUMNS) {
            throw new IllegalArgumentException("expected at least " + MIN_COLUMNS
                    + " columns separated by tabs (determination, issue, field, value, read, reason), got "
                    + cells.length);
        }
        var field = CorrectedField.findByKey(cells[2])
                .orElseThrow(() -> new IllegalArgumentException("no field \"" + cells[2] + "\"; expected one of "
                        + java.util.Arrays.stream(CorrectedField.values())
                                .map(CorrectedField::key)
                                .collect(Collectors.joining(", "))));
        var read = splitValues(field, cells[4]);
        var reason = cells[5].strip();
        if (reason.isEmpty() || reason.length() > Correction.MAX_REASON) {
            throw new IllegalArgumentException(
                    "expected a reason of 1 to " + Correction.MAX_REASON + " characters, got " + reason.length());
        }
        if (cells[0].isBlank()) {
            throw new IllegalArgumentException("expected the determination's id in the first column");
        }
        return new Correction(
                cell(cells, 8).orElse(""),
                new Place(cells[0], Integer.parseInt(cells[1]), field),
                values.validate(field, splitValues(field, cells[3]), read),
                read,
                reason,
                cell(cells, 6).map(Instant::parse).orElse(now),
                cell(cells, 7).map(Instant::parse));
    }

    private static List<String> splitValues(CorrectedField field, String cell) {
        if (cell.isEmpty()) {
            return List.of();
        }
        return field.isMultiple() ? List.of(cell.split(Pattern.quote(VALUE_SEPARATOR), -1)) : List.of(cell);
    }

    private static Optional<String> cell(String[] cells, int column) {
        return column < cells.length && !cells[column].isBlank()
                ? Optional.of(cells[column].strip())
                : Optional.empty();
    }
}
