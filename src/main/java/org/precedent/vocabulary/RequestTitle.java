package org.precedent.vocabulary;

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

    private final PhraseList remainders;
    private final PhraseList leads;
    private final PhraseList tails;
    private final Map<String, String> abbreviations;
    private final Map<String, String> units;
    private final Map<String, String> common;
    private final int longestUnit;

    RequestTitle(String tsv) {
        var forms = VocabularyFile.rows("title", tsv, COLUMNS).stream()
                .collect(Collectors.groupingBy(
                        List::getFirst,
                        Collectors.flatMapping(r -> VocabularyFile.forms(r.get(1)).stream(), Collectors.toList())));
        this.remainders = PhraseList.of(forms.getOrDefault("remainder", List.of()), false);
        this.leads = PhraseList.of(forms.getOrDefault("lead", List.of()), false);
        this.tails = PhraseList.of(forms.getOrDefault("tail", List.of()), true);
        this.abbreviations = byLowerCase(forms.getOrDefault("abbreviation", List.of()));
        this.units = byLowerCase(forms.getOrDefault("unit", List.of()));
        this.common = byLowerCase(forms.getOrDefault("common", List.of()));
        this.longestUnit =
                units.keySet().stream().mapToInt(String::length).max().orElse(0);
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
        first += leads.lengthAt(words, first, words.size() - first - 1);
        int tail = words.size() - tails.lengthAt(words, words.size() - 1, words.size() - first - 1);
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
            int length = remainders.lengthAt(words, i, words.size() - i);
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
            int capitals = capitals(request, i, end);
            if (capitals > 0 || !isUnit(request, i, end)) {
                upper += capitals;
                letters += end - i;
                word |= capitals > 0 && capitals == end - i && isWord(folded(request.substring(i, end)));
            }
            i = Math.max(end, i + 1);
        }
        return word && upper >= UPPERCASE_SHARE * letters;
    }

    private static int capitals(String request, int start, int end) {
        int capitals = 0;
        for (int i = start; i < end; i++) {
            if (Character.isUpperCase(request.charAt(i))) {
                capitals++;
            }
        }
        return capitals;
    }

    private boolean isUnit(String request, int start, int end) {
        return end - start <= longestUnit && units.containsKey(request.substring(start, end));
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

    private static Map<String, String> byLowerCase(List<String> forms) {
        var map = new HashMap<String, String>();
        forms.forEach(f -> map.put(folded(f), f));
        return Map.copyOf(map);
    }

    /**
     * Phrases by the word they are recognized by, because nearly every word of a request starts none.
     *
     * @param byWord phrases by their first or last word, the longest first
     * @param backward whether phrases are recognized by their last word
     */
    private record PhraseList(Map<String, List<List<String>>> byWord, boolean backward) {
        static PhraseList of(List<String> forms, boolean backward) {
            return new PhraseList(
                    forms.stream()
                            .map(f -> Words.of(f).stream().toList())
                            .sorted(Comparator.comparingInt(p -> -p.size()))
                            .collect(Collectors.groupingBy(p -> backward ? p.getLast() : p.getFirst())),
                    backward);
        }

        /**
         * The number of words of the longest phrase at a word.
         *
         * @param at index of its first word, or of its last word if phrases are recognized backward
         * @param most the most words it may have
         */
        int lengthAt(Words words, int at, int most) {
            if (most <= 0) {
                return 0;
            }
            for (var phrase : byWord.getOrDefault(words.word(at), List.of())) {
                int start = backward ? at - phrase.size() + 1 : at;
                if (phrase.size() <= most && startsAt(words, start, phrase)) {
                    return phrase.size();
                }
            }
            return 0;
        }

        private static boolean startsAt(Words words, int at, List<String> phrase) {
            for (int i = 0; i < phrase.size(); i++) {
                if (!words.word(at + i).equals(phrase.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
