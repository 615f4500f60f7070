package org.precedent.parse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.precedent.TestFolders;

/**
 * Letters for damage tests, and the ways in which they are damaged.
 */
final class DamagedLetters {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Path SAMPLES = Path.of("src/main/resources/samples");
    private static final Map<String, String> WHOLE = new LinkedHashMap<>();

    private DamagedLetters() {}

    /**
     * Intact letters by name: those written for the tests, the bundled samples, and the real ones.
     */
    static Map<String, String> whole() {
        synchronized (WHOLE) {
            if (WHOLE.isEmpty()) {
                read();
            }
            return Collections.unmodifiableMap(WHOLE);
        }
    }

    private static void read() {
        try {
            for (var folder : GoldenTest.letters().stream()
                    .filter(f -> !f.endsWith("two-letters-in-one"))
                    .toList()) {
                WHOLE.put(folder.getFileName().toString(), Files.readString(folder.resolve("letter.txt")));
            }
            for (var file : TestFolders.files(SAMPLES)) {
                if (file.toString().endsWith(".txt") && !file.endsWith("index.txt")) {
                    WHOLE.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (RealLetters.areThere()) {
            RealLetters.expected()
                    .keySet()
                    .forEach(file -> WHOLE.put(file, RealLetters.text(RealLetters.FOLDER.resolve(file))));
        }
    }

    /**
     * A text in every encoding in which letters occur.
     */
    static List<byte[]> encodings(String text) {
        var marked = "\ufeff" + text;
        var encodings = new ArrayList<>(List.of(
                text.getBytes(UTF_8),
                marked.getBytes(UTF_8),
                marked.getBytes(UTF_16LE),
                marked.getBytes(UTF_16BE),
                text.getBytes(UTF_16LE),
                text.getBytes(UTF_16BE)));
        if (WINDOWS.newEncoder().canEncode(text)) {
            encodings.add(text.getBytes(WINDOWS));
        }
        return encodings;
    }

    static UnaryOperator<String> damage(String kind, Random random) {
        return switch (kind) {
            case "cut" -> t -> t.substring(0, random.nextInt(t.length()));
            case "doubled" ->
                t -> lines(t, l -> {
                    int line = random.nextInt(l.size());
                    l.add(line, l.get(line));
                });
            case "shuffled" ->
                t -> lines(t, l -> Collections.shuffle(l.subList(random.nextInt(l.size()), l.size()), random));
            case "dropped" ->
                t -> lines(t, l -> l.subList(0, random.nextInt(l.size())).removeIf(x -> random.nextInt(4) == 0));
            case "wrapped" -> t -> wrapped(t, 5 + random.nextInt(150));
            case "joined" -> t -> t.replaceAll("\\s+", random.nextBoolean() ? " " : "\n");
            case "encoded" -> t -> new String(t.getBytes(UTF_16LE), ISO_8859_1).substring(random.nextInt(2));
            case "letters" -> t -> swapped(t, random);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String lines(String text, Consumer<List<String>> change) {
        var lines = new ArrayList<>(text.lines().toList());
        change.accept(lines);
        return String.join("\n", lines);
    }

    private static String swapped(String text, Random random) {
        var letters = new StringBuilder(text);
        for (int i = 0; i < 40; i++) {
            letters.setCharAt(random.nextInt(letters.length()), (char) random.nextInt(0x2100));
        }
        return letters.toString();
    }

    /** Rewraps lines to another width; keeps the paragraphs. */
    static String wrapped(String text, int width) {
        var wrapped = new StringBuilder();
        int column = 0;
        for (var paragraph : text.split("\\n[ ]*\\n", -1)) {
            for (var word : paragraph.replaceAll("-\\n\\s*", "-").split("\\s+", -1)) {
                boolean breaks = column + word.length() > width
                        || word.startsWith("Claims")
                        || word.startsWith("HOW")
                        || word.startsWith("State(s)")
                        || word.startsWith("Certification(s)");
                wrapped.append(breaks ? "\n" : column > 0 ? " " : "").append(word);
                column = breaks ? word.length() : column + word.length() + 1;
            }
            wrapped.append("\n\n");
            column = 0;
        }
        return wrapped.toString();
    }
}
