package org.precedent.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.precedent.determination.Span;

/**
 * The part of a request that names what is in dispute, for headings and lists: without what the claims administrator had
 * already approved, and in sentence case if it is printed in capitals. Search, storage and citations use the full request.
 */
public final class RequestTitle {
    private static final RequestTitle BUNDLED = new RequestTitle(VocabularyFile.resource("title"));
    private static final int COLUMNS = 3;

    /** Shorter words may be abbreviations, so that these alone do not mean that a request is printed in capitals. */
    private static final int WORD = 4;

    private static final double UPPERCASE_SHARE = 0.8;

    private final List<List<String>> remainders;
    private final List<List<String>> leads;
    private final List<List<String>> tails;
    private final Map<String, String> abbreviations;
    private final Map<String, String> units;
    private final Map<String, String> common;

    RequestTitle(String tsv) {
        var forms = VocabularyFile.rows("title", tsv, COLUMNS).stream()
                .collect(Collectors.groupingBy(
                        List::getFirst,
                        Collectors.flatMapping(r -> VocabularyFile.forms(r.get(1)).stream(), Collectors.toList())));
        this.remainders = phrases(forms.getOrDefault("remainder", List.of()));
        this.leads = phrases(forms.getOrDefault("lead", List.of()));
        this.tails = phrases(forms.getOrDefault("tail", List.of()));
        this.abbreviations = byLowerCase(forms.getOrDefault("abbreviation", List.of()));
        this.units = byLowerCase(forms.getOrDefault("unit", List.of()));
        this.common = byLowerCase(forms.getOrDefault("common", List.of()));
    }

    /** The instance with the bundled word lists. */
    public static RequestTitle bundled() {
        return BUNDLED;
    }

    /**
     * The title of a request as text, starting with a capital.
     */
    public String compose(String request) {
        var span = span(request);
        return capitalized(sentenceCase(request).substring(span.start(), span.end()));
    }

    /**
     * The text starting with a capital, unless it starts with a name such as {@code pH}.
     */
    public static String capitalized(String text) {
        boolean plain = !text.isEmpty() && (text.length() == 1 || !Character.isUpperCase(text.charAt(1)));
        return plain ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
    }

    /**
     * The position of the title in a request, never empty unless the request is.
     */
    public Span span(String request) {
        var words = Words.of(request);
        int first = afterRemainder(request, words);
        first += length(leads, words, first, false);
        int tail = words.size() - length(tails, words, first, true);
        if (first >= tail) {
            return new Span(0, request.length());
        }
        int start = first == 0 ? 0 : words.span(first, first).start();
        int end =
                tail == words.size() ? request.length() : words.span(tail, tail).start();
        return new Span(start, trimmed(request, start, end));
    }

    /**
     * The request in sentence case if nearly all of it is in capitals; otherwise unchanged. The result has the same length as the request.
     */
    public String sentenceCase(String request) {
        if (!isUppercase(request)) {
            return request;
        }
        var text = new StringBuilder(request);
        for (int i = 0; i < text.length(); ) {
            int end = endOfRun(request, i);
            if (end > i) {
                text.replace(i, end, fixCase(request, i, end));
            }
            i = Math.max(end, i + 1);
        }
        return text.toString();
    }

    private int afterRemainder(String request, Words words) {
        int after = 0;
        for (int i = 0; i < words.size(); i++) {
            int length = 0;
            for (var phrase : remainders) {
                if (phrase.size() > length && startsAt(words, i, phrase)) {
                    length = phrase.size();
                }
            }
            if (length > 0 && i + length < words.size() && isIntroducing(request, words, i + length)) {
                after = i + length;
            }
        }
        return after;
    }

    // "The original request, Z" introduces Z; "X was the original request." does not.
    private static boolean isIntroducing(String request, Words words, int next) {
        var between = request.substring(
                words.span(next - 1, next - 1).end(), words.span(next, next).start());
        return between.contains(",") || between.contains(":");
    }

    private static int length(List<List<String>> phrases, Words words, int first, boolean atEnd) {
        return phrases.stream()
                .filter(p -> p.size() < words.size() - first)
                .filter(p -> startsAt(words, atEnd ? words.size() - p.size() : first, p))
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    private static boolean startsAt(Words words, int at, List<String> phrase) {
        if (at + phrase.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!words.word(at + i).equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static int trimmed(String request, int start, int end) {
        int to = end;
        while (to > start
                && (Character.isWhitespace(request.charAt(to - 1)) || ",;:".indexOf(request.charAt(to - 1)) >= 0)) {
            to--;
        }
        return to == start ? end : to;
    }

    private boolean isUppercase(String request) {
        int upper = 0;
        int letters = 0;
        boolean word = false;
        for (int i = 0; i < request.length(); ) {
            int end = endOfRun(request, i);
            var run = request.substring(i, Math.max(i, end));
            if (!run.isEmpty() && !units.containsKey(run)) {
                int capitals = (int) run.chars().filter(Character::isUpperCase).count();
                upper += capitals;
                letters += run.length();
                word |= capitals == run.length() && isWord(folded(run));
            }
            i = Math.max(end, i + 1);
        }
        return word && upper >= UPPERCASE_SHARE * letters;
    }

    private boolean isWord(String run) {
        return common.containsKey(run) || (run.length() >= WORD && !abbreviations.containsKey(run));
    }

    private String fixCase(String request, int start, int end) {
        var run = request.substring(start, end);
        var small = folded(run);
        boolean afterDigit = start > 0 && Character.isDigit(request.charAt(start - 1));
        boolean beforeDigit = end < request.length() && Character.isDigit(request.charAt(end));
        if (small.length() != run.length()) {
            return run;
        }
        if (afterDigit && units.containsKey(small)) {
            return small;
        }
        var known = abbreviations.get(small);
        if (known != null && known.length() == run.length()) {
            return known;
        }
        if (afterDigit || beforeDigit || (run.length() == 1 && !isArticleOrEnding(request, start))) {
            return run;
        }
        if (run.length() > 1 && run.charAt(1) == '-') {
            return run.charAt(0) + small.substring(1);
        }
        return isFirst(request, start) ? run.charAt(0) + small.substring(1) : small;
    }

    // The article "A" within a sentence, or a letter after an apostrophe.
    private static boolean isArticleOrEnding(String request, int at) {
        char before = at == 0 ? ' ' : request.charAt(at - 1);
        return before == '\'' || before == '\u2019' || (at > 0 && request.charAt(at) == 'A' && before == ' ');
    }

    private static boolean isFirst(String request, int start) {
        return request.substring(0, start).chars().noneMatch(Character::isLetter);
    }

    private static int endOfRun(String text, int start) {
        int end = start;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || isInnerHyphen(text, start, end))) {
            end++;
        }
        return end;
    }

    // "H-WAVE" is one word, because only one letter precedes its hyphen.
    private static boolean isInnerHyphen(String text, int start, int at) {
        return text.charAt(at) == '-'
                && at == start + 1
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1));
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static List<List<String>> phrases(List<String> forms) {
        var phrases = new ArrayList<List<String>>();
        forms.forEach(f -> phrases.add(Words.of(f).stream().toList()));
        phrases.sort(Comparator.comparingInt(p -> -p.size()));
        return phrases;
    }

    private static Map<String, String> byLowerCase(List<String> forms) {
        var map = new HashMap<String, String>();
        forms.forEach(f -> map.put(folded(f), f));
        return Map.copyOf(map);
    }
}
