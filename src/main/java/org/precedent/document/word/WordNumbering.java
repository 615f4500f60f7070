package org.precedent.document.word;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.precedent.document.Deadline;
import org.precedent.document.text.ListNumber;

/**
 * The automatic paragraph numbers of a Word document, counted in document order (ECMA-376 part 1, 17.9). Each list has its own counters,
 * even if several share one abstract numbering.
 */
final class WordNumbering {
    private static final int LEVELS = 9;

    private final Map<Integer, Level[]> abstracts = new HashMap<>();
    private final Map<Integer, Integer> lists = new HashMap<>();
    private final Map<Integer, Map<Integer, Integer>> starts = new HashMap<>();
    private final Map<Integer, Counters> counters = new HashMap<>();

    /** The current number at each level of a list. Counting a level restarts the levels below it. */
    private static final class Counters {
        private final int[] values = new int[LEVELS];
        private final boolean[] counting = new boolean[LEVELS];

        void next(int level, int start) {
            values[level] = counting[level] ? values[level] + 1 : start;
            counting[level] = true;
            Arrays.fill(counting, level + 1, LEVELS, false);
        }
    }

    /** The number format of one level. */
    private static final class Level {
        private int start = 1;
        private String format = "decimal";
        private String text = "";
    }

    static WordNumbering read(Optional<byte[]> part, Deadline deadline) throws XMLStreamException, IOException {
        var numbering = new WordNumbering();
        if (part.isPresent()) {
            WordXml.read(part.get(), deadline, numbering.new Definitions());
        }
        return numbering;
    }

    /** Reads the numbering definitions. */
    private final class Definitions implements WordXml.Handler {
        private Level[] definition = new Level[LEVELS];
        private Level level = new Level();
        private int list;
        private int overridden;

        @Override
        public void start(WordXml.Element element) {
            switch (element.name()) {
                case "abstractNum" -> {
                    definition = new Level[LEVELS];
                    abstracts.put(element.number("abstractNumId", -1), definition);
                }
                case "lvl" -> {
                    level = new Level();
                    definition[Math.clamp(element.number("ilvl", 0), 0, LEVELS - 1)] = level;
                }
                case "start" -> level.start = element.number("val", 1);
                case "numFmt" -> level.format = element.value("val");
                case "lvlText" -> level.text = element.value("val");
                case "num" -> {
                    list = element.number("numId", -1);
                    // levels defined by the list itself must not overwrite those of the abstract numbering
                    definition = new Level[LEVELS];
                }
                case "abstractNumId" -> lists.put(list, element.number("val", -1));
                case "lvlOverride" -> overridden = element.number("ilvl", 0);
                case "startOverride" ->
                    starts.computeIfAbsent(list, l -> new HashMap<>()).put(overridden, element.number("val", 1));
                default -> {}
            }
        }
    }

    /**
     * Advances a list and returns the number of its next paragraph.
     *
     * @return the number, such as {@code "2)"}; empty if the list shows none
     */
    Optional<String> next(int list, int paragraphLevel) {
        var levels = abstracts.get(lists.getOrDefault(list, -1));
        int at = Math.clamp(paragraphLevel, 0, LEVELS - 1);
        if (levels == null || levels[at] == null) {
            return Optional.empty();
        }
        var counted = counters.computeIfAbsent(list, l -> new Counters());
        counted.next(at, start(list, at, levels[at]));
        return levels[at].format.equals("bullet") || levels[at].format.equals("none")
                ? Optional.empty()
                : text(list, levels, counted, at);
    }

    private int start(int list, int at, Level level) {
        return starts.getOrDefault(list, Map.of()).getOrDefault(at, level.start);
    }

    private Optional<String> text(int list, Level[] levels, Counters counted, int at) {
        var text = levels[at].text;
        for (int i = 0; i <= at; i++) {
            var level = levels[i] == null ? new Level() : levels[i];
            int number = counted.counting[i] ? counted.values[i] : start(list, i, level);
            text = text.replace("%" + (i + 1), written(level.format, number));
        }
        return Optional.of(text).filter(t -> !t.isBlank());
    }

    private static String written(String format, int number) {
        return switch (format) {
            case "upperLetter" -> ListNumber.UPPER_LETTER.format(number);
            case "lowerLetter" -> ListNumber.LOWER_LETTER.format(number);
            case "upperRoman" -> ListNumber.UPPER_ROMAN.format(number);
            case "lowerRoman" -> ListNumber.LOWER_ROMAN.format(number);
            case "decimalZero" -> number < 10 ? "0" + number : Integer.toString(number);
            default -> ListNumber.DECIMAL.format(number);
        };
    }
}
