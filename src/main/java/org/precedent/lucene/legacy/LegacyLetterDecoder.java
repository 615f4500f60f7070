package org.precedent.lucene.legacy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.DataInput;
import org.precedent.determination.Citation;
import org.precedent.determination.Dates;
import org.precedent.determination.Decision;
import org.precedent.determination.Determination;
import org.precedent.determination.Determination.CaseHeader;
import org.precedent.determination.Finding;
import org.precedent.determination.Issue;
import org.precedent.determination.Issue.GuidelineLine;
import org.precedent.determination.Layout;
import org.precedent.determination.Located;
import org.precedent.determination.Narrative;
import org.precedent.determination.Origin;
import org.precedent.determination.Reviewer;
import org.precedent.determination.Span;
import org.precedent.determination.Subject;
import org.precedent.determination.Subject.Laterality;

/**
 * Decodes a determination in the legacy binary format: values as spans of its text, rationales and summary on its cards.
 */
final class LegacyLetterDecoder {
    /** Encodings of a value: a slice of the text, a slice with whitespace collapsed, or a collapsed slice with edits. */
    private static final int SLICE = 0;

    private static final int FOLDED = 1;
    private static final int EDITED = 2;

    private final DataInput in;
    private final LegacyCards cards;
    private final int firstSource;
    private String text = "";
    private int last;

    private LegacyLetterDecoder(DataInput in, LegacyCards cards, int firstSource) {
        this.in = in;
        this.cards = cards;
        this.firstSource = firstSource;
    }

    /** Reads a value. */
    private interface Reading<T> {
        T read() throws IOException;
    }

    /**
     * Decodes a determination.
     *
     * @param firstSource meaning of source number 0 in gaps: 0 for the summary, 1 for the first issue (older versions)
     */
    static Determination read(DataInput in, LegacyCards cards, int firstSource) throws IOException {
        return new LegacyLetterDecoder(in, cards, firstSource).letter();
    }

    private Determination letter() throws IOException {
        var id = in.readString();
        var origin = origin();
        int issueCount = in.readVInt();
        text = textWithGapsFilled();
        var caseNumber = optional(this::text);
        var priority = optional(this::text);
        var header = new CaseHeader(
                caseNumber,
                new Dates(
                        optional(this::date),
                        optional(this::date),
                        optional(this::date),
                        optional(this::date),
                        optional(this::date)),
                priority);
        var reviewer = new Reviewer(list(this::text), list(this::text));
        var narrative = new Narrative(
                optional(() -> located(in::readZInt)),
                optional(this::text),
                optional(this::text),
                optional(this::text));
        var issues = list(issueCount, this::issue);
        var findings = list(this::finding);
        return new Determination(id, origin.at(in.readString(), text), header, reviewer, narrative, issues, findings);
    }

    /** Parts of the origin stored before the rest of the determination. */
    private record Start(String sha256, Layout layout, boolean scanned, boolean fictional) {
        Origin at(String source, String text) {
            return new Origin(source, sha256, layout, scanned, fictional, text);
        }
    }

    private Start origin() throws IOException {
        return new Start(LegacyCards.digest(in), Layout.valueOf(in.readString()), flag(), flag());
    }

    /** Reads the text and fills its gaps from the cards. */
    private String textWithGapsFilled() throws IOException {
        var gaps = list(() -> LegacyTextGap.read(in, firstSource));
        var remainder = in.readString();
        var whole = new StringBuilder(remainder.length() * 2);
        int from = 0;
        for (var gap : gaps) {
            int to = from + gap.start() - whole.length();
            whole.append(remainder, from, to).append(gap.edits().apply(gap.on(cards)));
            from = to;
        }
        return whole.append(remainder, from, remainder.length()).toString();
    }

    private Issue issue() throws IOException {
        return new Issue(
                in.readVInt(),
                text(),
                located(() -> Decision.valueOf(in.readString())),
                subject(),
                line(),
                line(),
                optional(this::text));
    }

    private Subject subject() throws IOException {
        return new Subject(
                list(this::text),
                list(this::text),
                optional(() -> located(() -> Laterality.valueOf(in.readString()))),
                optional(this::text),
                optional(this::text),
                List.of());
    }

    private GuidelineLine line() throws IOException {
        return new GuidelineLine(optional(this::text), list(this::citation));
    }

    private Citation citation() throws IOException {
        return new Citation(
                in.readString(),
                LegacyCards.optional(in),
                LegacyCards.optional(in),
                LegacyCards.optional(in),
                LegacyCards.optional(in),
                text());
    }

    private Finding finding() throws IOException {
        return new Finding(Finding.Kind.valueOf(in.readString()), in.readString(), span());
    }

    private Located<String> text() throws IOException {
        var span = span();
        var value = switch (in.readVInt()) {
            case SLICE -> span.slice(text);
            case FOLDED -> LegacyTextPatch.folded(text, span.start(), span.end());
            case EDITED -> LegacyTextPatch.read(in).apply(LegacyTextPatch.folded(text, span.start(), span.end()));
            default -> in.readString();
        };
        return new Located<>(value, span);
    }

    private Located<LocalDate> date() throws IOException {
        return located(() -> LocalDate.ofEpochDay(in.readZLong()));
    }

    private <T> Located<T> located(Reading<T> value) throws IOException {
        var span = span();
        return new Located<>(value.read(), span);
    }

    private Span span() throws IOException {
        int start = last + in.readZInt();
        last = start;
        return new Span(start, start + in.readVInt());
    }

    private <T> Optional<T> optional(Reading<T> value) throws IOException {
        return flag() ? Optional.of(value.read()) : Optional.empty();
    }

    private <T> List<T> list(Reading<T> value) throws IOException {
        return list(in.readVInt(), value);
    }

    private static <T> List<T> list(int size, Reading<T> value) throws IOException {
        var list = new ArrayList<T>(size);
        for (int i = 0; i < size; i++) {
            list.add(value.read());
        }
        return list;
    }

    private boolean flag() throws IOException {
        return in.readByte() == 1;
    }

    /**
     * A part of a determination's text that is stored on one of its cards instead: the clinical summary or a rationale.
     *
     * @param source 0 for the summary, otherwise the one-based index of the issue
     * @param start offset of the part in the text
     * @param length in characters
     * @param edits turn the text on the card into the part
     */
    private record LegacyTextGap(int source, int start, int length, LegacyTextPatch edits) {
        /** The text on the card that the part is derived from. */
        String on(LegacyCards cards) {
            return (source == 0 ? cards.summary() : cards.rationale(source - 1))
                    .orElseThrow(() -> new IllegalStateException("card without the text its letter has"));
        }

        /**
         * Reads a gap.
         *
         * @param firstSource the source that was encoded as 0
         */
        static LegacyTextGap read(DataInput in, int firstSource) throws IOException {
            return new LegacyTextGap(
                    firstSource + in.readVInt(), in.readVInt(), in.readVInt(), LegacyTextPatch.read(in));
        }
    }

    /**
     * Differences between two texts that differ only in whitespace, line ends, and hyphens at line ends.
     *
     * @param all edits in text order
     */
    private record LegacyTextPatch(List<Edit> all) {
        /**
         * One difference.
         *
         * @param copied unchanged characters since the previous edit
         * @param dropped characters of the first text to skip
         * @param inserted replacement text
         */
        record Edit(int copied, int dropped, String inserted) {}

        private static boolean isBlank(char c) {
            return c <= ' ' || (c > '~' && (c == '\u00a0' || Character.isWhitespace(c)));
        }

        /** Returns a range of a text with whitespace runs collapsed to single spaces and trimmed. */
        static String folded(String text, int start, int end) {
            var folded = new StringBuilder(end - start);
            int at = afterBlanks(text, start, end);
            while (at < end) {
                int run = at;
                while (run < end && !isBlank(text.charAt(run))) {
                    run++;
                }
                folded.append(text, at, run);
                at = afterBlanks(text, run, end);
                if (at < end) {
                    folded.append(' ');
                }
            }
            return folded.toString();
        }

        private static int afterBlanks(String text, int from, int end) {
            int at = from;
            while (at < end && isBlank(text.charAt(at))) {
                at++;
            }
            return at;
        }

        String apply(String from) {
            var to = new StringBuilder(from.length() + 2 * all.size());
            int at = 0;
            for (var edit : all) {
                to.append(from, at, at + edit.copied()).append(edit.inserted());
                at += edit.copied() + edit.dropped();
            }
            return to.append(from, at, from.length()).toString();
        }

        static LegacyTextPatch read(DataInput in) throws IOException {
            int size = in.readVInt();
            var edits = new ArrayList<Edit>(size);
            for (int i = 0; i < size; i++) {
                edits.add(new Edit(in.readVInt(), in.readVInt(), in.readString()));
            }
            return new LegacyTextPatch(edits);
        }
    }
}
