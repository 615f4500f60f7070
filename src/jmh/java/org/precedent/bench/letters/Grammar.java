package org.precedent.bench.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sections of alternative sentences and words with slots; {@link #write} picks an alternative and fills its slots. The format is
 * described at the top of {@code letters.grammar}.
 */
final class Grammar {
    private static final Pattern SLOT = Pattern.compile("\\{([^}]*)}");
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.\\.(\\d+)");

    private final Map<String, Section> sections = new HashMap<>();

    private Grammar() {}

    /** A literal or a slot in a sentence. */
    private interface Part {
        void write(Draw draw);
    }

    /** How fast the frequency of the alternatives falls from one to the next. */
    private enum Slope {
        EVEN,
        SOFT,
        ZIPF;

        private static final int SOFTENED = 10;

        static Slope of(String head) {
            return head.endsWith(" zipf") ? ZIPF : head.endsWith(" soft") ? SOFT : EVEN;
        }

        <T> Weighted<T> over(List<T> values) {
            return switch (this) {
                case EVEN -> Weighted.evenly(values);
                case SOFT -> Weighted.zipf(values, SOFTENED);
                case ZIPF -> Weighted.zipf(values, 1);
            };
        }
    }

    private static final class Section {
        private final Slope slope;
        private final List<List<Part>> alternatives = new ArrayList<>();
        private Optional<Weighted<List<Part>>> drawn = Optional.empty();

        Section(Slope slope) {
            this.slope = slope;
        }

        void write(Draw draw) {
            for (var part : drawn.orElseThrow().draw(draw.random)) {
                part.write(draw);
            }
        }

        void close() {
            drawn = Optional.of(slope.over(alternatives));
        }
    }

    static Grammar bundled(String resource) {
        try (var in = Grammar.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": missing from the class path");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Grammar of(String text) {
        var grammar = new Grammar();
        var section = new Section(Slope.EVEN);
        for (var line : text.lines().toList()) {
            if (line.startsWith("[")) {
                section = new Section(Slope.of(line));
                grammar.sections.put(line.substring(1, line.indexOf(']')), section);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                section.alternatives.add(grammar.parts(line));
            }
        }
        grammar.sections.values().forEach(Section::close);
        return grammar;
    }

    /** Appends a random alternative of a section to the draw's text. */
    void write(String section, Draw draw) {
        section(section).write(draw);
    }

    /** A random alternative of a section, as a separate string. */
    String say(String section, Draw draw) {
        int start = draw.text.length();
        write(section, draw);
        var said = draw.text.substring(start);
        draw.text.setLength(start);
        return said;
    }

    /** The name of the section specific to the value, or of the general section if there is none. */
    String nameFor(String section, String value) {
        var special = section + "/" + value;
        return sections.containsKey(special) ? special : section;
    }

    private Section section(String name) {
        var section = sections.get(name);
        if (section == null) {
            throw new IllegalStateException("letters.grammar: no section [" + name + "]");
        }
        return section;
    }

    private List<Part> parts(String line) {
        var parts = new ArrayList<Part>();
        var slots = SLOT.matcher(line);
        int end = 0;
        while (slots.find()) {
            parts.add(words(line.substring(end, slots.start())));
            parts.add(slot(slots.group(1)));
            end = slots.end();
        }
        parts.add(words(line.substring(end)));
        return List.copyOf(parts);
    }

    private static Part words(String words) {
        return draw -> draw.text.append(words);
    }

    private Part slot(String slot) {
        var numbers = NUMBERS.matcher(slot);
        if (numbers.matches()) {
            int from = Integer.parseInt(numbers.group(1));
            int to = Integer.parseInt(numbers.group(2));
            return draw -> draw.text.append(draw.random.nextInt(from, to + 1));
        }
        return switch (slot.charAt(0)) {
            case '^' -> capital(slot(slot.substring(1)));
            case '$' -> draw -> draw.text.append(draw.value(slot.substring(1)));
            case '~' -> coined(slot.substring(1));
            default -> slot.equals("date") ? draw -> draw.text.append(draw.days.between(draw.random)) : named(slot);
        };
    }

    private Part named(String name) {
        return draw -> section(name).write(draw);
    }

    private static Part capital(Part part) {
        return draw -> {
            int start = draw.text.length();
            part.write(draw);
            if (draw.text.length() > start) {
                draw.text.setCharAt(start, Character.toUpperCase(draw.text.charAt(start)));
            }
        };
    }

    /**
     * Invented words composed of prefix, root, and suffix. Their ranks follow Zipf's law over all combinations, so that a few occur in
     * many letters and most in one or none.
     */
    private Part coined(String kind) {
        return draw -> {
            var prefixes = section(kind + ".prefix").alternatives;
            var roots = section(kind + ".root").alternatives;
            var suffixes = section(kind + ".suffix").alternatives;
            long all = (long) prefixes.size() * roots.size() * suffixes.size();
            long rank = (long) Math.exp(draw.random.nextDouble() * Math.log((double) all)) - 1;
            int word = (int) (rank * SCATTER % all);
            prefixes.get(word % prefixes.size()).forEach(p -> p.write(draw));
            word /= prefixes.size();
            roots.get(word % roots.size()).forEach(p -> p.write(draw));
            suffixes.get(word / roots.size()).forEach(p -> p.write(draw));
        };
    }

    /** A prime larger than the number of combinations, so that words of adjacent ranks look unrelated. */
    private static final long SCATTER = 1_000_003;
}
