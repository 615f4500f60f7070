package org.precedent.parse.reviewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Finding;
import org.precedent.determination.Located;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Nearby;
import org.precedent.parse.text.Range;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.Vocabulary;
import org.precedent.vocabulary.Words;

/**
 * Collects the distinct vocabulary names from lists such as {@code Internal Medicine, Physical Medicine and Rehabilitation}. A name may
 * itself contain a comma or "and", so known names are matched first, and the text between them is taken as printed.
 */
final class NameList {
    private static final Pattern PARTS = Pattern.compile(
            "\\s{0,3}(?:[;,/]|\\bhas a sub-?specialty in\\b|\\bwith a sub-?specialty in\\b|\\band has a\\b)\\s{0,3}");
    /** Words that surround names in a sentence but are not part of a name. */
    private static final String CONNECTING_WORDS =
            "and|or|in|of|a|an|the|is|are|has|have|holds|hold|who|also|with|as|he|she|both|board|by|double|dual|dually|triple|board-certified|certified|certification|certificate|"
                    + "boarded|diplomate|diplomat|licensed|license|licence|licensed to practice|active|current|currently|valid|clinical|fellowship|"
                    + "training|trained|specialty|specialties|subspecialty|subspecialties|sub-specialty|specialist|specializes|specializing|"
                    + "specialized|practice|practices|practicing|degree|doctor|physician|medical|practitioner|provider|professional|"
                    + "expert|reviewer|qualified|eligible|american|medicine|field|osteopathic|evaluator|agreed|additional|primary|secondary|area|areas";

    private static final Pattern CONNECTOR_BEFORE = Pattern.compile(
            "(?:^|[,;/()]|(?<![\\p{L}-])(?:" + CONNECTING_WORDS + "))[\\s:]{0,3}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONNECTOR_AFTER =
            Pattern.compile("\\s{0,3}(?:$|[,;./()]|(?:" + CONNECTING_WORDS + ")\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADING =
            Pattern.compile("^(?:[\\s,;:.()/-]|(?:" + CONNECTING_WORDS + ")\\b(?!-))++", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAILING = Pattern.compile(
            "(?:[\\s,;:.()/-]|(?<![\\p{L}-])(?:" + CONNECTING_WORDS + ")(?=[\\s,;:.()/-]*$))++$",
            Pattern.CASE_INSENSITIVE);

    /** An academic degree, which is not a specialty. */
    private static final Pattern DEGREE =
            Pattern.compile("(?:ph\\.? ?d|m\\.?d|d\\.?o|m\\.?p\\.?h|m\\.?s|m\\.?b\\.?a)\\.?", Pattern.CASE_INSENSITIVE);

    /** Maximum edit distance of a misspelled name. */
    private static final int TYPO = 2;
    /** Maximum number of characters of a name. */
    private static final int MAX_NAME_LENGTH = 120;

    private final FoldedText letter;
    private final Vocabulary vocabulary;
    private final List<Finding> findings;
    private final List<Located<String>> names = new ArrayList<>();

    NameList(FoldedText letter, Vocabulary vocabulary, List<Finding> findings) {
        this.letter = letter;
        this.vocabulary = vocabulary;
        this.findings = findings;
    }

    /**
     * Returns the labels of the names collected so far; unknown names as printed.
     */
    List<Located<String>> names() {
        return List.copyOf(names);
    }

    /**
     * Adds the names of a list; an unknown name is added as printed and reported as a finding.
     */
    void read(Range list) {
        read(list, /* isProse= */ false);
    }

    /**
     * Adds the names in a sentence, ignoring the words that surround them.
     */
    void readProse(Range sentence) {
        read(sentence, /* isProse= */ true);
    }

    /**
     * Adds only the known names in a range.
     */
    void readKnown(Range range) {
        for (var mention : vocabulary.mentions(letter.words(range))) {
            add(
                    mention.term().label(),
                    range.start() + mention.span().start(),
                    range.start() + mention.span().end());
        }
    }

    /**
     * Whether a range begins with a known name.
     */
    boolean beginsWithName(Range range) {
        return vocabulary.mentions(Words.of(Nearby.after(letter.counted(range), 0))).stream()
                .anyMatch(m -> m.span().start() == 0);
    }

    private void read(Range list, boolean isProse) {
        var text = letter.counted(list);
        int at = 0;
        for (var mention : vocabulary.mentions(Words.of(text))) {
            int start = mention.span().start();
            int end = mention.span().end();
            if (start >= at && isDelimited(text, start, end)) {
                unknown(list, at, start, isProse);
                add(mention.term().label(), list.start() + start, list.start() + end);
                at = end;
            }
        }
        unknown(list, at, text.length(), isProse);
    }

    /** Whether a name is delimited on both sides by separators, surrounding words or the ends of the list. */
    private static boolean isDelimited(CountedText text, int start, int end) {
        return Nearby.before(text, start).matcher(CONNECTOR_BEFORE).find()
                && Nearby.after(text, end).matcher(CONNECTOR_AFTER).lookingAt();
    }

    private void unknown(Range list, int start, int end, boolean isProse) {
        int from = list.start() + start;
        var parts = letter.matcher(PARTS, from, list.start() + end);
        while (parts.find()) {
            unknownPart(letter.trimmed(from, parts.start()), isProse);
            from = parts.end();
        }
        unknownPart(letter.trimmed(from, list.start() + end), isProse);
    }

    private void unknownPart(Range part, boolean isProse) {
        var range =
                part.length() > MAX_NAME_LENGTH ? letter.trimmed(part.start(), part.start() + MAX_NAME_LENGTH) : part;
        var printed = isProse
                ? TRAILING.matcher(LEADING.matcher(letter.slice(range)).replaceFirst(""))
                        .replaceFirst("")
                : letter.slice(range).replaceAll("^and |[.,]$| and$", "").strip();
        if (printed.length() < 2
                || printed.equalsIgnoreCase("and")
                || DEGREE.matcher(printed).matches()) {
            return;
        }
        var meant = correctTypo(printed);
        if (meant.isEmpty()) {
            findings.add(new Finding(
                    Finding.Kind.UNKNOWN_TERM,
                    vocabulary.name() + ": \"" + printed + "\" is not in the vocabulary",
                    letter.span(range)));
        }
        add(meant.orElse(printed), range.start(), range.end());
    }

    private Optional<String> correctTypo(String printed) {
        if (printed.length() < 3 * TYPO) {
            return Optional.empty();
        }
        var lower = printed.toLowerCase(Locale.ROOT);
        return vocabulary.terms().stream()
                .map(t -> t.label())
                .filter(l -> EditDistance.distance(lower, l.toLowerCase(Locale.ROOT), TYPO) <= TYPO)
                .findFirst();
    }

    private void add(String label, int start, int end) {
        if (names.stream().noneMatch(n -> n.value().equals(label))) {
            names.add(new Located<>(label, letter.span(start, end)));
        }
    }

    /**
     * Bounded edit distance (Levenshtein) of two words.
     */
    private static final class EditDistance {
        private EditDistance() {}

        /**
         * Returns the number of characters to insert, delete or replace to turn one word into the other; {@code maximum + 1} if it exceeds
         * {@code maximum}.
         */
        static int distance(String a, String b, int maximum) {
            if (Math.abs(a.length() - b.length()) > maximum) {
                return maximum + 1;
            }
            var before = new int[b.length() + 1];
            for (int j = 0; j < before.length; j++) {
                before[j] = j;
            }
            for (int i = 1; i <= a.length(); i++) {
                var row = new int[b.length() + 1];
                row[0] = i;
                for (int j = 1; j <= b.length(); j++) {
                    int changed = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    row[j] = Math.min(changed, 1 + Math.min(before[j], row[j - 1]));
                }
                before = row;
            }
            return Math.min(before[b.length()], maximum + 1);
        }
    }
}
