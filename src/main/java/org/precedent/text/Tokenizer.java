package org.precedent.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.precedent.text.Token.Lexeme;
import org.precedent.text.Token.Unread;
import org.precedent.text.Token.Word;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.vocabulary.Vocabulary;

/**
 * Splits text into tokens, identically for indexing, queries and highlighting: runs of letters and digits, possessives
 * dropped; {@code x-ray}, {@code x ray} and {@code xray} are one token; {@code C5-6} yields the two tokens of {@code C5-C6};
 * decimals stay whole; {@code §} is a token. Immutable and thread-safe.
 */
public final class Tokenizer {
    private static final Pattern HYPHENATED = Pattern.compile("(\\p{L})-(\\p{L}+)");

    /** Number of labels whose tokens are kept; a large corpus has a few thousand. */
    private static final int KEPT_LABELS = 4096;

    private static final Pattern ACRONYM = Pattern.compile("\\b\\p{Lu}{3,}\\b");

    private final Set<String> solid = new HashSet<>();
    private final BitSet initials = new BitSet();
    private final Stemmer stems;
    private final TokenCache known = new TokenCache();
    private final Map<String, List<Token>> labels = new ConcurrentHashMap<>();

    public Tokenizer(Vocabularies vocabularies) {
        var acronyms = new HashSet<String>();
        surfaceForms(vocabularies).forEach(form -> {
            var compound = HYPHENATED.matcher(form.toLowerCase(Locale.ROOT));
            if (compound.matches()) {
                solid.add(compound.group(1) + compound.group(2));
                initials.set(compound.group(1).charAt(0));
            }
            ACRONYM.matcher(form).results().forEach(m -> acronyms.add(m.group().toLowerCase(Locale.ROOT)));
        });
        this.stems = new Stemmer(acronyms);
    }

    static Stream<Vocabulary> all(Vocabularies v) {
        return Stream.of(v.modality(), v.region(), v.decision(), v.guideline(), v.specialty(), v.treatment());
    }

    private static Stream<String> surfaceForms(Vocabularies vocabularies) {
        return all(vocabularies).flatMap(v -> v.terms().stream()).flatMap(Tokenizer::forms);
    }

    static Stream<String> forms(Term term) {
        return Stream.concat(Stream.of(term.label()), term.synonyms().stream());
    }

    /**
     * Returns the tokens of a text in order.
     */
    public List<Token> tokenize(String text) {
        return new Scan(text, false).tokens();
    }

    /**
     * Returns the tokens of a text in order, each of which analyzes its word only when asked for it. Made for highlighting, where few words
     * are asked for; otherwise {@link #tokenize} is faster.
     */
    public List<Token> tokenizeLazily(String text) {
        return new Scan(text, true).tokens();
    }

    /** The lexeme of a word in a text that is not part of a compound or range. */
    Lexeme lexeme(String text, int start, int end) {
        return known.get(text, start, Scan.withoutPossessive(text, start, end), this::lexeme);
    }

    /** Whether a character is an ASCII letter or digit; the most common case, so tested first. */
    static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /**
     * Returns the tokens of a facet label in order. The same labels recur in most determinations, so their tokens are cached.
     */
    public List<Token> tokenizeLabel(String label) {
        var cached = labels.get(label);
        if (cached != null) {
            return cached;
        }
        var tokens = List.copyOf(tokenize(label));
        if (labels.size() < KEPT_LABELS) {
            labels.put(label, tokens);
        }
        return tokens;
    }

    /**
     * Returns the stems of a text's words in order.
     */
    public List<String> stems(String text) {
        return tokenize(text).stream().map(Token::stem).toList();
    }

    /** The vocabulary words that the scanner treats specially, as printed; changes require an index rebuild. */
    public String fingerprint() {
        return "solid " + new TreeSet<>(solid) + " acronyms " + stems.acronyms();
    }

    public static String fold(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) > 0x7f) {
                return Normalizer.normalize(lower.replace('\u2019', '\''), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "");
            }
        }
        return lower;
    }

    private Lexeme lexeme(String printed) {
        var form = fold(printed);
        return Lexeme.of(form, stems.stem(form));
    }

    /** A single pass over a text. */
    private final class Scan {
        private final String text;
        // a copy, since each character is read several times
        private final char[] chars;
        private final List<Token> tokens;
        private final @Nullable Unread unread;
        private int sentence;
        private int paragraph;
        private int lastEnd;

        Scan(String text, boolean lazy) {
            this.text = text;
            this.unread = lazy ? new Unread(text, Tokenizer.this) : null;
            this.chars = text.toCharArray();
            this.tokens = new ArrayList<>(text.length() / 6 + 1);
        }

        List<Token> tokens() {
            int at = 0;
            while (at < chars.length) {
                char c = chars[at];
                if (c == '§') {
                    add(lexeme("§"), at, at + 1);
                    at++;
                } else if (isPlain(c) || Character.isLetterOrDigit(c)) {
                    at = word(at);
                } else {
                    at++;
                }
            }
            return tokens;
        }

        private int word(int start) {
            int hash = 0;
            int plain = start;
            while (plain < chars.length && isPlain(chars[plain])) {
                hash = 31 * hash + chars[plain++];
            }
            if (plain - start > 1 && plain < chars.length && chars[plain] == ' ') {
                add(
                        unread != null ? unread : known.get(text, start, plain, hash, Tokenizer.this::lexeme),
                        start,
                        plain);
                return plain;
            }
            return anyWord(start);
        }

        private int anyWord(int start) {
            int end = run(start);
            int joined = compound(start, end);
            if (joined > 0) {
                add(lexeme(text.charAt(start) + text.substring(partner(end), joined)), start, joined);
                return joined;
            }
            add(unread != null ? unread : lexeme(text, start, end), start, end);
            return range(start, end);
        }

        private int run(int start) {
            int end = start + 1;
            while (end < text.length() && continues(end)) {
                end++;
            }
            return end;
        }

        private boolean continues(int at) {
            char c = text.charAt(at);
            if (isPlain(c) || Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                return true;
            }
            if (c == ' ' || at + 1 >= text.length()) {
                return false;
            }
            char before = text.charAt(at - 1);
            char after = text.charAt(at + 1);
            return (c == '.' && Character.isDigit(before) && Character.isDigit(after))
                    || ((c == '\'' || c == '\u2019') && Character.isLetter(before) && Character.isLetter(after));
        }

        /** The end of a compound such as {@code x-ray} that starts here, or -1. */
        private int compound(int start, int end) {
            if (end - start != 1 || !initials.get(Character.toLowerCase(text.charAt(start)))) {
                return -1;
            }
            int second = partner(end);
            if (second == end || second >= text.length() || !Character.isLetter(text.charAt(second))) {
                return -1;
            }
            int stop = run(second);
            var whole = fold(text.charAt(start) + text.substring(second, withoutPossessive(text, second, stop)));
            return solid.contains(whole) || solid.contains(stems.stem(whole)) ? stop : -1;
        }

        private int partner(int end) {
            int at = end;
            while (at < text.length() && at < end + 3 && (isHyphen(text.charAt(at)) || isBlank(text.charAt(at)))) {
                at++;
            }
            return at;
        }

        /** Adds the second level of a range such as {@code C5-6}, which is read as {@code C5-C6}. */
        private int range(int start, int end) {
            if (end - start > 3 || !isLevel(start, end) || end >= text.length() || !isRangeMark(text.charAt(end))) {
                return end;
            }
            int stop = end + 1;
            while (stop < text.length() && Character.isDigit(text.charAt(stop))) {
                stop++;
            }
            int digits = stop - end - 1;
            if (digits < 1 || digits > 2 || (stop < text.length() && Character.isLetter(text.charAt(stop)))) {
                return end;
            }
            add(lexeme(text.charAt(start) + text.substring(end + 1, stop)), end + 1, stop);
            return stop;
        }

        private boolean isLevel(int start, int end) {
            return end - start > 1
                    && "CTLSctls".indexOf(text.charAt(start)) >= 0
                    && text.substring(start + 1, end).chars().allMatch(Character::isDigit);
        }

        private static boolean isRangeMark(char c) {
            return isHyphen(c) || c == '/';
        }

        private static boolean isHyphen(char c) {
            return c == '-' || c == '\u2010' || c == '\u2011' || c == '\u2012' || c == '\u2013';
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\n' || c == '\u00a0';
        }

        /** The end of a word without its possessive suffix. */
        private static int withoutPossessive(String text, int start, int end) {
            boolean possessive = end - start > 2
                    && (text.charAt(end - 1) == 's' || text.charAt(end - 1) == 'S')
                    && (text.charAt(end - 2) == '\'' || text.charAt(end - 2) == '\u2019');
            return possessive ? end - 2 : end;
        }

        /** Whether the gap is a single space, as between most words, which ends no sentence. */
        private boolean isSingleBlank(int start) {
            return start - lastEnd == 1 && chars[lastEnd] == ' ';
        }

        private void add(Word word, int start, int end) {
            if (!tokens.isEmpty() && !isSingleBlank(start)) {
                if (SentenceBoundaries.hasParagraphBreak(text, lastEnd, start)) {
                    paragraph++;
                    sentence++;
                } else if (SentenceBoundaries.hasSentenceEnd(text, lastEnd, start, tokens.getLast())) {
                    sentence++;
                }
            }
            tokens.add(new Token(word, start, end, sentence, paragraph));
            lastEnd = end;
        }
    }
}
