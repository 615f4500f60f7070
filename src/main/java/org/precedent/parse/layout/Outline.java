package org.precedent.parse.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;

/**
 * The sections of a letter, in their order.
 *
 * @param sections what was found; each reaches to the next
 */
public record Outline(List<Part> sections) {
    private static final int LONGEST = Arrays.stream(Section.values())
            .flatMap(s -> s.headings().stream())
            .mapToInt(String::length)
            .max()
            .orElseThrow();

    /**
     * A section's place.
     *
     * @param heading the words of the heading
     * @param body what follows up to the next heading
     */
    public record Part(Section section, Range heading, Range body) {}

    public Outline {
        sections = List.copyOf(sections);
    }

    public static Outline of(FoldedText letter) {
        var byEnd = new TreeMap<Integer, Part>();
        for (var section : Section.values()) {
            section.headings().forEach(heading -> find(letter, section, heading, byEnd));
        }
        var found = new ArrayList<>(byEnd.values());
        found.sort(Comparator.comparingInt(p -> p.heading.start()));
        return new Outline(reachingToNext(letter, found));
    }

    public Optional<Part> first(Section section) {
        return sections.stream().filter(p -> p.section == section).findFirst();
    }

    public boolean has(Section section) {
        return first(section).isPresent();
    }

    /**
     * Where the first section begins; the end of the text when there is none.
     */
    public int start(FoldedText letter) {
        return sections.isEmpty()
                ? letter.text().length()
                : sections.getFirst().heading.start();
    }

    private static void find(FoldedText letter, Section section, String heading, NavigableMap<Integer, Part> byEnd) {
        var text = letter.text();
        for (int at : places(letter, heading)) {
            int end = at + heading.length();
            if (isHeading(letter, at, end, heading) && !isTaken(byEnd, end)) {
                int body = end < text.length() && text.charAt(end) == ':' ? end + 1 : end;
                byEnd.put(end, new Part(section, new Range(at, end), new Range(body, text.length())));
            }
        }
    }

    /** Occurrences in capitals, and occurrences in any case at the start of a line. */
    private static SortedSet<Integer> places(FoldedText letter, String heading) {
        var text = letter.text();
        var places = new TreeSet<>(letter.linesBeginning(heading));
        for (int at = text.indexOf(heading); at >= 0; at = text.indexOf(heading, at + 1)) {
            places.add(at);
        }
        return places;
    }

    /** Whether a heading found before holds this end; only headings that end soon behind it can. */
    private static boolean isTaken(NavigableMap<Integer, Part> byEnd, int end) {
        return byEnd.subMap(end, true, end + LONGEST, true).values().stream().anyMatch(p -> p.heading.start() < end);
    }

    /**
     * A heading begins a line; it is in capitals, or ends its line, or ends in a colon. Long ones in capitals may stand anywhere.
     */
    private static boolean isHeading(FoldedText letter, int at, int end, String heading) {
        var text = letter.text();
        boolean capitals = text.startsWith(heading, at);
        if (!letter.isLineStart(at)) {
            return capitals && end - at > "CLINICAL CASE".length() && isWord(text, at, end);
        }
        boolean endsLine = end >= text.length() || text.charAt(end) == '\n' || letter.isLineStart(end + 1);
        return capitals || endsLine || text.charAt(end) == ':';
    }

    private static boolean isWord(String text, int at, int end) {
        return (at == 0 || text.charAt(at - 1) <= ' ') && (end >= text.length() || text.charAt(end) <= ':');
    }

    private static List<Part> reachingToNext(FoldedText letter, List<Part> found) {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < found.size(); i++) {
            var part = found.get(i);
            int end = i + 1 < found.size()
                    ? found.get(i + 1).heading.start()
                    : letter.text().length();
            parts.add(new Part(part.section, part.heading, letter.trimmed(part.body.start(), end)));
        }
        return parts;
    }
}
