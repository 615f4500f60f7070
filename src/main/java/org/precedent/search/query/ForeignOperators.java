package org.precedent.search.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Operators of other query languages (Lucene, Westlaw, Lexis) that this one does not have, from {@code foreign-signs.tsv}. They are
 * rejected with a suggested replacement, because a search that silently ignores an operator answers another question.
 */
final class ForeignOperators {
    private static final String FILE = "/search/foreign-signs.tsv";
    private static final int COLUMNS = 4;
    private static final String NO_SUGGESTION = "-";
    private static final Pattern GROUP = Pattern.compile("\\$([0-9])");
    private static final Pattern QUOTE = Pattern.compile("[\u201C\u201D\u201E\u00AB\u00BB]");
    private static final Pattern BLANK = Pattern.compile("[\\p{Z}\\p{Cntrl}\u200B;]|,(?![0-9])|(?<![0-9]),");
    private static final String LOWER = "(?:(?=.*\\p{Ll})|(?<=\\p{Ll}.{0," + QueryLimits.LENGTH + "}))";
    private static final List<Sign> SIGNS = read();

    private ForeignOperators() {}

    private record Sign(Pattern pattern, String message, String expectation, String replacement) {}

    private record Place(Sign sign, int start, int end, String replacement) {}

    /**
     * The first foreign operator outside quotes; empty when there is none.
     */
    static Optional<QueryError> findFirst(String text) {
        if (isLowercaseWords(text)) {
            return Optional.empty();
        }
        var plain = BLANK.matcher(QUOTE.matcher(text).replaceAll("\"")).replaceAll(" ");
        var quoted = quoted(plain);
        return SIGNS.stream()
                .flatMap(sign -> first(sign, plain, quoted).stream())
                .min(Comparator.comparingInt(Place::start))
                .map(place -> error(text, place));
    }

    // an operator has a capital, a digit or a sign, and most searches are typed without any
    private static boolean isLowercaseWords(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Place> first(Sign sign, String text, boolean[] quoted) {
        var matcher = sign.pattern.matcher(text);
        while (matcher.find()) {
            if (!quoted[matcher.start()]) {
                return Optional.of(new Place(sign, matcher.start(), matcher.end(), filled(sign.replacement, matcher)));
            }
        }
        return Optional.empty();
    }

    private static String filled(String replacement, Matcher matcher) {
        return GROUP.matcher(replacement)
                .replaceAll(g -> Matcher.quoteReplacement(matcher.group(Integer.parseInt(g.group(1)))));
    }

    private static QueryError error(String text, Place place) {
        boolean none = place.sign.replacement.equals(NO_SUGGESTION);
        var corrected = text.substring(0, place.start) + place.replacement + text.substring(place.end);
        return new QueryError(
                place.start,
                place.end - place.start,
                place.sign.message,
                place.sign.expectation,
                none ? Optional.empty() : Optional.of(corrected.strip()));
    }

    /** For each character, whether it is between quotes; the opening quote itself is not. A quote after a digit means inches. */
    private static boolean[] quoted(String text) {
        var quoted = new boolean[text.length() + 1];
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean inches = i > 0 && Character.isDigit(text.charAt(i - 1)) && !inside;
            quoted[i] = inside;
            if (QueryLexer.isQuote(text.charAt(i)) && !inches) {
                inside = !inside;
            }
        }
        return quoted;
    }

    private static List<Sign> read() {
        try (var in = ForeignOperators.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + ": missing from the class path");
            }
            var signs = new ArrayList<Sign>();
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    signs.add(sign(line));
                }
            }
            return List.copyOf(signs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sign sign(String line) {
        var cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(
                    FILE + ": expected " + COLUMNS + " columns, got " + cells.length + " in \"" + line + "\"");
        }
        var pattern = cells[0].replace("{START}", "(?<![\\p{L}\\p{N}])")
                .replace("{END}", "(?=[.?:']*(?:$|[\\s()\"]))")
                .replace("{LOWER}", LOWER);
        return new Sign(Pattern.compile(pattern), cells[1], cells[2], cells[3]);
    }
}
