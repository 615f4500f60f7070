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
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.StepCounter;
import org.precedent.vocabulary.Words;

/**
 * A letter's text independent of its lines and typesetting: one space between words, {@code "\n\n"} between paragraphs, words
 * rejoined at line ends, plain hyphens and letters for typographic ones; and for each character its place in the source.
 *
 * <p>Offsets in this package are offsets of the folded text; only {@link #span} and {@link #located} lead back to the source.
 */
public final class FoldedText {
    private static final String PARAGRAPH = "\n\n";
    private static final char HYPHEN = '\u2010';
    private static final char NON_BREAKING_HYPHEN = '\u2011';
    private static final char FIRST_LIGATURE = '\ufb00';
    /** Letters before or after a hyphen at a line end; longer runs are no words. */
    private static final int LONGEST_PART = 40;
    /** More words split by a hyphen are looked up in a sorted set, which takes longer to make. */
    private static final int FEW_LOOKUPS = 16;
    /** The letters of each ligature from U+FB00 on. */
    private static final List<String> LIGATURES = List.of("ff", "fi", "fl", "ffi", "ffl", "st", "st");

    private final String source;
    /** The characters folded so far, of which the first {@link #length} count. */
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

    private FoldedText(String source, SourceLines read, StepCounter counter) {
        this.source = source;
        this.counter = counter;
        this.text = new char[source.length() + 2];
        this.places = new int[source.length() + 2];
        for (int i = 0; i < read.size(); i++) {
            join(read, i);
            addLine();
            append(read.start(i), read.end(i));
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
     * A text whose reading has no time limit.
     */
    public static FoldedText slice(String source) {
        return slice(source, StepCounter.unlimited());
    }

    /**
     * A text.
     *
     * @param counter counts the steps of everything that is read from it
     */
    public static FoldedText slice(String source, StepCounter counter) {
        counter.add(source.length());
        return new FoldedText(source, SourceLines.of(source), counter);
    }

    /**
     * A matcher of a pattern against the folded text; its steps are counted.
     */
    public Matcher matcher(Pattern pattern) {
        return counted.matcher(pattern);
    }

    /**
     * A matcher of a pattern against a range of the folded text; its steps are counted.
     */
    public Matcher matcher(Pattern pattern, int start, int end) {
        return counted.matcher(pattern, start, Math.max(start, end));
    }

    /**
     * A matcher of a pattern against a range of the folded text; its steps are counted.
     */
    public Matcher matcher(Pattern pattern, Range range) {
        return matcher(pattern, range.start(), range.end());
    }

    /**
     * The characters of a range as a text whose steps are counted too.
     */
    public CountedText counted(Range range) {
        return new CountedText(slice(range), counter);
    }

    /**
     * The words of a range; their places are counted from the start of the range.
     */
    public Words words(Range range) {
        return Words.of(counted(range));
    }

    /**
     * The first position of words within a range; -1 if they do not occur. Never looks beyond the range.
     */
    public int indexOf(String words, int start, int end) {
        int to = Math.min(end, folded.length());
        if (start >= to) {
            return -1;
        }
        int at = folded.indexOf(words, start, to);
        counter.add(at < 0 ? to - start : at - start + 1);
        return at;
    }

    /**
     * The same text, cut off.
     */
    public FoldedText upTo(int end) {
        return new FoldedText(this, trimmed(0, end).end());
    }

    /**
     * The folded text.
     */
    public String text() {
        return folded;
    }

    /**
     * The source positions of folded characters.
     */
    public Span span(int start, int end) {
        return start >= end ? empty(start) : new Span(places[start], places[end - 1] + 1);
    }

    /**
     * An empty span at a folded place.
     */
    public Span empty(int at) {
        int place = folded.isEmpty() ? 0 : at < folded.length() ? places[at] : places[folded.length() - 1] + 1;
        return new Span(place, place);
    }

    public Span span(Range range) {
        return span(range.start(), range.end());
    }

    /**
     * The characters of a range.
     */
    public String slice(Range range) {
        counter.add(range.length());
        return folded.substring(range.start(), range.end());
    }

    /**
     * The characters of a range, and their positions in the source.
     */
    public Located<String> located(Range range) {
        return new Located<>(slice(range), span(range));
    }

    /**
     * The range without trailing spacess.
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
     * The last position of words within a range, at most at {@code from}; -1 if they do not occur. Never looks before the range.
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
     * As {@link #lastIndexOf}, whatever the case of the letters.
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
     * Whether a line of the source begins at a place.
     */
    public boolean isLineStart(int at) {
        return Arrays.binarySearch(lines, 0, lineCount, at) >= 0;
    }

    /**
     * The lines of the source that begin with these words, in any letters; where they begin, in order.
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
     * Where the lines of the source begin, in order.
     */
    public IntStream lineStarts() {
        counter.add(lineCount);
        return Arrays.stream(lines, 0, lineCount);
    }

    /**
     * The last place before {@code at} where a line of the source begins; -1 when there is none.
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

    private void append(int start, int end) {
        boolean gap = false;
        for (int i = start; i < end; ) {
            char c = source.charAt(i);
            if (SourceLines.isBlankOrInvisible(c)) {
                gap |= SourceLines.isBlank(c);
                i++;
                continue;
            }
            if (gap) {
                put(' ', i);
                gap = false;
            }
            int run = endOfRun(i, end);
            if (run == i) {
                run = i + 1;
                putPlain(c, i);
            } else {
                put(i, run);
            }
            i = run;
        }
    }

    /** The end of words with one blank between them, which are copied as they stand. */
    private int endOfRun(int start, int end) {
        int at = start;
        while (at < end
                && (isPlain(at) || (source.charAt(at) == ' ' && at > start && at + 1 < end && isPlain(at + 1)))) {
            at++;
        }
        return at;
    }

    private boolean isPlain(int at) {
        char c = source.charAt(at);
        return SourceLines.isAsciiSign(c) || (!SourceLines.isBlankOrInvisible(c) && !isTypographic(c));
    }

    /** Hyphens and ligatures of typesetting, which no pattern and no query is written with. */
    private static boolean isTypographic(char c) {
        return c == HYPHEN
                || c == NON_BREAKING_HYPHEN
                || (c >= FIRST_LIGATURE && c < FIRST_LIGATURE + LIGATURES.size());
    }

    private void putPlain(char typographic, int place) {
        var plain = typographic >= FIRST_LIGATURE ? LIGATURES.get(typographic - FIRST_LIGATURE) : "-";
        plain.chars().forEach(c -> put((char) c, place));
    }

    private boolean isAt(String words, int at) {
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

    private void put(int from, int to) {
        makeRoom(to - from);
        source.getChars(from, to, text, length);
        for (int i = from; i < to; i++, length++) {
            boolean blank = text[length] == ' ';
            if (blank) {
                lastBlank = length;
            }
            // a gap stands where what follows it does
            places[length] = blank ? i + 1 : i;
        }
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
            if (isKnownWhole(place)) {
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
     * Whether a hyphen only marks the line's end: the same letter writes the word without it elsewhere.
     */
    private boolean isKnownWhole(int place) {
        int hyphen = length - 1;
        int from = hyphen;
        while (from > 0 && hyphen - from < LONGEST_PART && Character.isLowerCase(text[from - 1])) {
            from--;
        }
        int to = place;
        while (to < source.length() && to - place < LONGEST_PART && Character.isLowerCase(source.charAt(to))) {
            to++;
        }
        if (hyphen - from <= 2 || to - place <= 2) {
            return false;
        }
        var whole = new String(text, from, hyphen - from) + source.substring(place, to);
        if (++lookups <= FEW_LOOKUPS) {
            return isWrittenWhole(whole);
        }
        var written = lowerCaseRuns().ceiling(whole);
        return written != null && written.startsWith(whole);
    }

    /** As {@link #lowerCaseRuns} would tell, by a search of the source: cheaper for the few parted words of most letters. */
    private boolean isWrittenWhole(String word) {
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
     * All runs of lower-case letters of the source, in order, so that one lookup shows whether a word is written whole; also without
     * their first letter, which is a capital in the parted word at the start of a sentence.
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
        return (isAt("http", from) || isAt("www.", from)) && "/-_?=&".indexOf(text[length - 1]) >= 0 && lineEnd > place;
    }
}
