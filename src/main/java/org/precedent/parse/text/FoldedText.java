package org.precedent.parse.text;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.StepCounter;
import org.precedent.vocabulary.Words;

/**
 * The text of a determination, independent of line breaks and typography: single spaces between words, {@code "\n\n"} between paragraphs,
 * hyphenated words rejoined at line ends, plain hyphens and letters instead of typographic ones. Each character is mapped to its position
 * in the source.
 *
 * <p>All offsets in this package refer to the folded text; only {@link #span} and {@link #located} map them back to the source.
 */
public final class FoldedText {
    private static final String PARAGRAPH = "\n\n";
    private static final char HYPHEN = '\u2010';
    private static final char NON_BREAKING_HYPHEN = '\u2011';
    private static final char FIRST_LIGATURE = '\ufb00';
    /** Maximum number of letters before or after a hyphen at a line end; longer runs are not words. */
    private static final int MAX_PART_LENGTH = 40;
    /** Maximum number of hyphenated words looked up by searching the source; beyond that, building a sorted set pays off. */
    private static final int MAX_LOOKUPS = 16;
    /** The letters of each ligature from U+FB00. */
    private static final List<String> LIGATURES = List.of("ff", "fi", "fl", "ffi", "ffl", "st", "st");

    private final String source;
    /** Buffer for the folded text; only the first {@link #length} characters are in use. */
    private char[] text;

    private int length;
    private int[] places;
    private int[] lines = new int[64];
    private int lineCount;
    private int lastBlank = -1;
    private int lookups;
    private final NavigableSet<String> runs = new TreeSet<>();
    private final String folded;
    private final StepCounter counter;
    private final CountedText counted;
    /** The folded text with the letters A to Z in lower case; computed on first use. */
    private @Nullable String lowerCase;

    private FoldedText(String source, SourceLines read, StepCounter counter) {
        this.source = source;
        this.counter = counter;
        this.text = new char[source.length() + 2];
        this.places = new int[source.length() + 2];
        for (int i = 0; i < read.size(); i++) {
            join(read, i);
            addLine();
            append(read.characters(), read.start(i), read.end(i));
        }
        this.folded = new String(text, 0, length);
        this.counted = new CountedText(folded, counter);
    }

    private FoldedText(FoldedText whole, int end) {
        this.source = whole.source;
        this.text = whole.text;
        this.places = whole.places;
        this.lines = whole.lines;
        this.lineCount = whole.lineCount;
        this.folded = whole.folded.substring(0, end);
        this.counter = whole.counter;
        this.counted = new CountedText(folded, counter);
    }

    /**
     * Folds a text without a time limit.
     */
    public static FoldedText slice(String source) {
        return slice(source, StepCounter.unlimited());
    }

    /**
     * Folds a text.
     *
     * @param counter counts the steps of all operations on the text, to enforce a time limit
     */
    public static FoldedText slice(String source, StepCounter counter) {
        counter.add(source.length());
        return new FoldedText(source, SourceLines.of(source), counter);
    }

    /**
     * Returns a matcher on the folded text; its steps are counted.
     */
    public Matcher matcher(Pattern pattern) {
        return counted.matcher(pattern);
    }

    /**
     * Returns a matcher on a range of the folded text; its steps are counted.
     */
    public Matcher matcher(Pattern pattern, int start, int end) {
        return counted.matcher(pattern, start, Math.max(start, end));
    }

    /**
     * Returns a matcher on a range of the folded text; its steps are counted.
     */
    public Matcher matcher(Pattern pattern, Range range) {
        return matcher(pattern, range.start(), range.end());
    }

    /**
     * Returns a matcher on a range of the folded text that starts where the first match of the pattern can begin; only for
     * {@link Matcher#find()}. Its steps are counted.
     */
    public Matcher matcher(KeywordPattern pattern, int start, int end) {
        int first = Integer.MAX_VALUE;
        for (var keyword : pattern.keywords()) {
            int at = indexOf(pattern.ignoresCase() ? lowerCase() : folded, keyword, start, end);
            first = at < 0 ? first : Math.min(first, at);
        }
        // one character more, because a pattern can ask whether a word begins at its match
        return matcher(pattern.pattern(), Math.clamp(first - pattern.lead() - 1L, start, Math.max(start, end)), end);
    }

    /**
     * Returns a matcher on a range of the folded text that starts where the first match of the pattern can begin; only for
     * {@link Matcher#find()}. Its steps are counted.
     */
    public Matcher matcher(KeywordPattern pattern, Range range) {
        return matcher(pattern, range.start(), range.end());
    }

    /**
     * Returns a range as a text whose steps are counted as well.
     */
    public CountedText counted(Range range) {
        return new CountedText(slice(range), counter);
    }

    /**
     * Returns the words of a range; their positions are relative to the start of the range.
     */
    public Words words(Range range) {
        return Words.of(counted(range));
    }

    /**
     * Returns the first position of a string within a range; -1 if it does not occur. Never searches beyond the range.
     */
    public int indexOf(String words, int start, int end) {
        return indexOf(folded, words, start, end);
    }

    /**
     * Like {@link #indexOf(String, int, int)}, but ignores the case of A to Z.
     *
     * @param words in lower case
     */
    public int indexOfIgnoringCase(String words, int start, int end) {
        return indexOf(lowerCase(), words, start, end);
    }

    private int indexOf(String text, String words, int start, int end) {
        int to = Math.min(end, text.length());
        if (start >= to) {
            return -1;
        }
        int at = text.indexOf(words, start, to);
        counter.add(at < 0 ? to - start : at - start + 1);
        return at;
    }

    private String lowerCase() {
        if (lowerCase == null) {
            var lower = folded.toCharArray();
            for (int i = 0; i < lower.length; i++) {
                char c = lower[i];
                lower[i] = c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
            }
            counter.add(lower.length);
            lowerCase = new String(lower);
        }
        return lowerCase;
    }

    /**
     * Returns this text truncated at {@code end}.
     */
    public FoldedText truncatedAt(int end) {
        return new FoldedText(this, trimmed(0, end).end());
    }

    /**
     * Returns the folded text.
     */
    public String text() {
        return folded;
    }

    /**
     * Maps a range of the folded text to its span in the source.
     */
    public Span span(int start, int end) {
        return start >= end ? empty(start) : new Span(places[start], places[end - 1] + 1);
    }

    /**
     * Returns an empty span in the source at a position of the folded text.
     */
    public Span empty(int at) {
        int place = folded.isEmpty() ? 0 : at < folded.length() ? places[at] : places[folded.length() - 1] + 1;
        return new Span(place, place);
    }

    public Span span(Range range) {
        return span(range.start(), range.end());
    }

    /**
     * Returns the characters of a range.
     */
    public String slice(Range range) {
        counter.add(range.length());
        return folded.substring(range.start(), range.end());
    }

    /**
     * Returns the characters of a range, with their span in the source.
     */
    public Located<String> located(Range range) {
        return new Located<>(slice(range), span(range));
    }

    /**
     * Returns the range without leading and trailing white space.
     */
    public Range trimmed(int start, int end) {
        int from = Math.min(start, folded.length());
        int to = Math.min(Math.max(from, end), folded.length());
        while (from < to && folded.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && folded.charAt(to - 1) <= ' ') {
            to--;
        }
        return new Range(from, to);
    }

    /**
     * Returns the last position of a string within a range, at or before {@code from}; -1 if it does not occur. Never searches before the
     * range.
     */
    public int lastIndexOf(String words, int lower, int from) {
        char first = words.charAt(0);
        for (int at = Math.min(from, folded.length() - 1); at >= lower; at--) {
            if (folded.charAt(at) == first && folded.startsWith(words, at)) {
                counter.add(from - at + 1);
                return at;
            }
        }
        counter.add(Math.max(0, from - lower + 1));
        return -1;
    }

    /**
     * Like {@link #lastIndexOf}, but ignores case.
     */
    public int lastIndexOfIgnoringCase(String words, int lower, int from) {
        char first = Character.toLowerCase(words.charAt(0));
        for (int at = from; at >= lower; at--) {
            if (Character.toLowerCase(folded.charAt(at)) == first
                    && folded.regionMatches(true, at, words, 0, words.length())) {
                counter.add(from - at + 1);
                return at;
            }
        }
        counter.add(Math.max(0, from - lower + 1));
        return -1;
    }

    /**
     * Whether a line of the source begins at a position.
     */
    public boolean isLineStart(int at) {
        return Arrays.binarySearch(lines, 0, lineCount, at) >= 0;
    }

    /**
     * Returns the start positions of the source lines that begin with a string, ignoring case, in order.
     */
    public List<Integer> linesBeginning(String words) {
        var found = new ArrayList<Integer>();
        counter.add(lineCount);
        for (int i = 0; i < lineCount; i++) {
            if (folded.regionMatches(true, lines[i], words, 0, words.length())) {
                found.add(lines[i]);
            }
        }
        return found;
    }

    /**
     * Returns the start positions of the source lines, in order.
     */
    public IntStream lineStarts() {
        counter.add(lineCount);
        return Arrays.stream(lines, 0, lineCount);
    }

    /**
     * Returns the last position before {@code at} where a line of the source begins; -1 if there is none.
     */
    public int lineStartBefore(int at) {
        int i = Arrays.binarySearch(lines, 0, lineCount, at);
        int before = (i >= 0 ? i : -i - 1) - 1;
        return before < 0 ? -1 : lines[before];
    }

    private void addLine() {
        if (lineCount == lines.length) {
            lines = Arrays.copyOf(lines, lineCount * 2);
        }
        lines[lineCount++] = length;
    }

    private void append(char[] characters, int start, int end) {
        boolean gap = false;
        for (int i = start; i < end; ) {
            char c = characters[i];
            if (SourceLines.isBlankOrInvisible(c)) {
                gap |= SourceLines.isBlank(c);
                i++;
                continue;
            }
            if (gap) {
                put(' ', i);
                gap = false;
            }
            int run = copyRun(characters, i, end);
            if (run == i) {
                run = i + 1;
                putFolded(c, i);
            }
            i = run;
        }
    }

    /** Copies a run of words separated by single spaces, which needs no change, and returns its end. */
    private int copyRun(char[] characters, int start, int end) {
        makeRoom(end - start);
        int at = start;
        for (int to = length; at < end; at++, to++) {
            char c = characters[at];
            if (isPlain(c)) {
                places[to] = at;
            } else if (c == ' ' && at > start && at + 1 < end && isPlain(characters[at + 1])) {
                // a space is mapped to the position of the character after it
                places[to] = at + 1;
                lastBlank = to;
            } else {
                break;
            }
            text[to] = c;
        }
        length += at - start;
        return at;
    }

    private static boolean isPlain(char c) {
        return SourceLines.isAsciiSign(c) || (!SourceLines.isBlankOrInvisible(c) && !isTypographic(c));
    }

    /** Typographic hyphens and ligatures, which never occur in patterns and queries. */
    private static boolean isTypographic(char c) {
        return c == HYPHEN
                || c == NON_BREAKING_HYPHEN
                || (c >= FIRST_LIGATURE && c < FIRST_LIGATURE + LIGATURES.size());
    }

    private void putFolded(char typographic, int place) {
        var plain = typographic >= FIRST_LIGATURE ? LIGATURES.get(typographic - FIRST_LIGATURE) : "-";
        plain.chars().forEach(c -> put((char) c, place));
    }

    private boolean endsWithAt(String words, int at) {
        return length >= at + words.length() && words.contentEquals(CharBuffer.wrap(text, at, words.length()));
    }

    private void put(char c, int place) {
        if (c == ' ') {
            lastBlank = length;
        }
        makeRoom(1);
        places[length] = place;
        text[length++] = c;
    }

    private void makeRoom(int more) {
        if (length + more > places.length) {
            places = Arrays.copyOf(places, places.length * 2);
            text = Arrays.copyOf(text, places.length);
        }
    }

    private void join(SourceLines read, int line) {
        if (length == 0) {
            return;
        }
        int place = read.start(line);
        if (read.endsInWord(line - 1) && Character.isLetterOrDigit(source.charAt(place))) {
            return;
        }
        if (read.startsParagraph(line)) {
            PARAGRAPH.chars().forEach(c -> put((char) c, place));
        } else if (isSplitWord(place)) {
            if (occursUnhyphenated(place)) {
                length--;
            }
        } else if (!isSplitAddress(read.end(line), place)) {
            put(' ', place);
        }
    }

    private boolean isSplitWord(int place) {
        int last = length - 1;
        return last > 0
                && text[last] == '-'
                && Character.isLetterOrDigit(text[last - 1])
                && Character.isLetterOrDigit(source.charAt(place));
    }

    /**
     * Whether a hyphen was only added at the line end, because the word occurs without it elsewhere in the text.
     */
    private boolean occursUnhyphenated(int place) {
        int hyphen = length - 1;
        int from = hyphen;
        while (from > 0 && hyphen - from < MAX_PART_LENGTH && Character.isLowerCase(text[from - 1])) {
            from--;
        }
        int to = place;
        while (to < source.length() && to - place < MAX_PART_LENGTH && Character.isLowerCase(source.charAt(to))) {
            to++;
        }
        if (hyphen - from <= 2 || to - place <= 2) {
            return false;
        }
        var whole = new String(text, from, hyphen - from) + source.substring(place, to);
        if (++lookups <= MAX_LOOKUPS) {
            return occursUnhyphenatedInSource(whole);
        }
        var written = lowerCaseRuns().ceiling(whole);
        return written != null && written.startsWith(whole);
    }

    /**
     * Equivalent to a lookup in {@link #lowerCaseRuns}, but searches the source, which is faster for the few hyphenated words in most
     * texts.
     */
    private boolean occursUnhyphenatedInSource(String word) {
        for (int at = source.indexOf(word); at >= 0; at = source.indexOf(word, at + 1)) {
            counter.add(word.length());
            if (!isLowerCase(at - 1) || !isLowerCase(at - 2)) {
                return true;
            }
        }
        counter.add(source.length());
        return false;
    }

    private boolean isLowerCase(int at) {
        return at >= 0 && Character.isLowerCase(source.charAt(at));
    }

    /**
     * Returns all runs of lower-case letters in the source, sorted, so that one lookup shows whether a word occurs unhyphenated. Each run
     * is also included without its first letter, which is a capital if the hyphenated word begins a sentence.
     */
    private NavigableSet<String> lowerCaseRuns() {
        if (runs.isEmpty()) {
            counter.add(source.length());
            for (int i = 0; i < source.length(); i++) {
                int start = i;
                while (i < source.length() && Character.isLowerCase(source.charAt(i))) {
                    i++;
                }
                if (i - start > 2 * 2) {
                    runs.add(source.substring(start, i));
                    runs.add(source.substring(start + 1, i));
                }
            }
        }
        return runs;
    }

    private boolean isSplitAddress(int lineEnd, int place) {
        int from = lastBlank + 1;
        return (endsWithAt("http", from) || endsWithAt("www.", from))
                && "/-_?=&".indexOf(text[length - 1]) >= 0
                && lineEnd > place;
    }
}
