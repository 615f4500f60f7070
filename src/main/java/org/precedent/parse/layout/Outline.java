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
import java.util.stream.Collectors;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;

/**
 * The sections of a determination, in text order.
 *
 * @param sections the sections found; each extends to the next
 */
public record Outline(List<Part> sections) {
    private static final int MAX_HEADING_LENGTH = Arrays.stream(Section.values())
            .flatMap(s -> s.headings().stream())
            .mapToInt(String::length)
            .max()
            .orElseThrow();

    /** The first two letters of all headings, a quick pre-check that rules out most lines. */
    private static final List<String> BEGINNINGS = Arrays.stream(Section.values())
            .flatMap(s -> s.headings().stream())
            .map(heading -> heading.substring(0, 2))
            .distinct()
            .toList();

    /** The first letters of all headings; most lines begin with a different letter. */
    private static final String INITIALS =
            BEGINNINGS.stream().map(b -> b.substring(0, 1)).distinct().collect(Collectors.joining());

    /**
     * The location of a section.
     *
     * @param heading range of the heading
     * @param body range from the heading to the next heading
     */
    public record Part(Section section, Range heading, Range body) {}

    public Outline {
        sections = List.copyOf(sections);
    }

    public static Outline of(FoldedText letter) {
        var byEnd = new TreeMap<Integer, Part>();
        var places = places(letter);
        for (var section : Section.values()) {
            section.headings().forEach(heading -> find(letter, section, heading, places, byEnd));
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
     * Returns the start of the first section; the end of the text if there is none.
     */
    public int start(FoldedText letter) {
        return sections.isEmpty()
                ? letter.text().length()
                : sections.getFirst().heading.start();
    }

    private static void find(
            FoldedText letter,
            Section section,
            String heading,
            SortedSet<Integer> places,
            NavigableMap<Integer, Part> byEnd) {
        var text = letter.text();
        for (int at : places) {
            int end = at + heading.length();
            if (isLetter(heading.charAt(0), text.charAt(at))
                    && text.regionMatches(true, at, heading, 0, heading.length())
                    && isHeading(letter, at, end, heading)
                    && !isInHeading(byEnd, end)) {
                int body = end < text.length() && text.charAt(end) == ':' ? end + 1 : end;
                byEnd.put(end, new Part(section, new Range(at, end), new Range(body, text.length())));
            }
        }
    }

    /** Returns positions where a heading may begin, in order: at the start of a line, or with two capitals at the start of a word. */
    private static SortedSet<Integer> places(FoldedText letter) {
        var text = letter.text();
        var places = new TreeSet<Integer>();
        boolean afterCapital = false;
        for (int at = 1; at < text.length(); at++) {
            boolean capital = isCapital(text.charAt(at));
            if (capital && afterCapital && at > 1 && text.charAt(at - 2) <= ' ' && mayBegin(text, at - 1)) {
                places.add(at - 1);
            }
            afterCapital = capital;
        }
        letter.lineStarts().filter(at -> mayBegin(text, at)).forEach(places::add);
        return places;
    }

    private static boolean mayBegin(String text, int at) {
        // the text may have been truncated before its last lines
        if (at >= text.length()
                || INITIALS.indexOf(Character.toUpperCase(Character.toLowerCase(text.charAt(at)))) < 0) {
            return false;
        }
        for (var beginning : BEGINNINGS) {
            if (text.regionMatches(true, at, beginning, 0, beginning.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a character is this capital in either case; rules out most places before a heading is compared. */
    private static boolean isLetter(char capital, char c) {
        return Character.toUpperCase(Character.toLowerCase(c)) == capital;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** Whether the range is part of a heading already found; only headings ending within the maximum heading length can contain it. */
    private static boolean isInHeading(NavigableMap<Integer, Part> byEnd, int end) {
        return byEnd.subMap(end, true, end + MAX_HEADING_LENGTH, true).values().stream()
                .anyMatch(p -> p.heading.start() < end);
    }

    /**
     * Whether this is a heading: one begins a line and is in capitals, ends its line, or ends in a colon. Long headings in capitals may be
     * anywhere.
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
