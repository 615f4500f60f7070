package org.precedent.parse.issue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.precedent.determination.Finding;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;

/**
 * Finds the decision headings and labeled lines of a section with issues, in text order.
 */
final class IssueMarks {
    /** Labels, without their colon. */
    private static final List<Label> LABELS = Stream.of(
                    guidelines(
                            Kind.ADMINISTRATOR,
                            "Claims Administrator",
                            "Claims Administrator's",
                            "Claim Administrator"),
                    guidelines(Kind.ADMINISTRATOR, "Utilization Review", "UR"),
                    guidelines(Kind.REVIEWER, "MAXIMUS", "Expert Reviewer", "Expert Reviewer's", "Medical Reviewer"),
                    guidelines(Kind.REVIEWER, "IMR", "IMR Reviewer", "Independent Medical Review"),
                    Stream.of(new Label("Decision rationale", Kind.RATIONALE)))
            .flatMap(labels -> labels)
            // longest first, so that "IMR guideline" is not taken for the end of "MAXIMUS IMR guideline"
            .sorted(Comparator.comparingInt((Label label) -> -label.words.length()))
            .toList();

    /** Possible last characters of a label, in both cases. */
    private static final String LABEL_ENDS = "eEsS)";

    private static final String DASHES = "-\u2013\u2014";

    private static final char FIRST_NOT_ASCII = 0x80;

    /** Matches the other box on a form with one checkbox per decision, whose text does not show which box is checked. */
    private static final Pattern OTHER_BOX = Pattern.compile(
            "\\s{0,4}(?:\\([^)]{1,30}\\)\\s{0,4})?(?:\\W{0,3}[xX]?\\W{0,3})(?:partially\\s|partial\\s)?(?:upheld|overturned|uphold|overturn)\\b(?!\\s(?:is|was|by))",
            Pattern.CASE_INSENSITIVE);
    /** Maximum number of characters between a heading and its first label; a page footer may come between them. */
    private static final int GAP = 300;

    private record Label(String words, Kind kind) {}

    private static Stream<Label> guidelines(Kind kind, String... labels) {
        return Stream.of(labels)
                .flatMap(label -> Stream.of(
                        new Label(label + " guideline", kind),
                        new Label(label + " guidelines", kind),
                        new Label(label + " guideline(s)", kind)));
    }

    /** Kinds of marks. */
    enum Kind {
        /** The end of a heading: its colon and the decision. */
        HEADING,
        /** The position where labeled lines start again without a heading that states a decision. */
        UNDECIDED,
        /** Label of the claims administrator's guidelines. */
        ADMINISTRATOR,
        /** Label of the reviewer's guidelines. */
        REVIEWER,
        /** Label of the rationale. */
        RATIONALE;

        static final List<Kind> LABELS = List.of(ADMINISTRATOR, REVIEWER, RATIONALE);

        /** Returns the name of the text that follows the label. */
        String words() {
            return switch (this) {
                case ADMINISTRATOR -> "claims administrator's guidelines";
                case REVIEWER -> "reviewer's guidelines";
                case RATIONALE -> "rationale";
                case HEADING, UNDECIDED -> "decision";
            };
        }
    }

    /**
     * The end of a heading, or a label.
     */
    record Mark(Kind kind, int start, int end) {
        /** Whether an issue begins at this mark. */
        boolean beginsIssue() {
            return kind == Kind.HEADING || kind == Kind.UNDECIDED;
        }
    }

    private final FoldedText letter;
    private final Range body;
    private final List<Finding> findings;
    private final List<Mark> marks = new ArrayList<>();

    private IssueMarks(FoldedText letter, Range body, List<Finding> findings) {
        this.letter = letter;
        this.body = body;
        this.findings = findings;
    }

    /**
     * Returns the marks of a section.
     *
     * @param isSection whether the range is a section of a known layout; elsewhere a heading counts only if a label follows it
     */
    static List<Mark> find(FoldedText letter, Range body, boolean isSection, List<Finding> findings) {
        var marks = new IssueMarks(letter, body, findings);
        marks.find(isSection);
        marks.insertUndecided();
        return marks.marks;
    }

    private void find(boolean isSection) {
        var decision = letter.matcher(DecisionPhrases.HEADING);
        var headings = new ArrayList<Mark>();
        for (int colon = nextColon(body.start()); colon >= 0; colon = nextColon(colon + 1)) {
            var label = label(colon);
            label.ifPresent(marks::add);
            if (label.isEmpty() && decision.region(colon, body.end()).lookingAt()) {
                headings.add(new Mark(Kind.HEADING, colon, decision.end()));
            }
        }
        var labels = new HashSet<Integer>();
        marks.forEach(m -> labels.add(m.start));
        var inner = headings.stream().filter(h -> !endsHeading(h.end, labels)).toList();
        headings.removeAll(inner);
        headings.removeIf(h -> isForm(h) || (isList(inner, h) && !isSection));
        headings.addAll(dashed());
        marks.addAll(headings);
        marks.sort(Comparator.comparingInt(Mark::start));
        if (!isSection) {
            removeWithoutLabel();
        }
    }

    /** Finds headings that end in a dash and a decision. Only the text directly before each label is searched, not the whole section. */
    private List<Mark> dashed() {
        var headings = new ArrayList<Mark>();
        for (var label : marks) {
            int end = letter.trimmed(body.start(), label.start).end();
            int from = Math.max(body.start(), end - DecisionPhrases.MAX_DASHED_LENGTH);
            if (!hasDash(from, end)) {
                continue;
            }
            var decision = letter.matcher(DecisionPhrases.DASHED, from, end);
            while (decision.find()) {
                if (decision.end() == end) {
                    headings.add(new Mark(Kind.HEADING, decision.start(), end));
                }
            }
        }
        return headings;
    }

    private boolean hasDash(int from, int end) {
        for (int at = from; at < end; at++) {
            if (DASHES.indexOf(letter.text().charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private int nextColon(int from) {
        int colon = letter.text().indexOf(':', from);
        return colon < body.end() ? colon : -1;
    }

    /** Returns the label that ends with this colon, if any; the colon may be preceded by a space. */
    private Optional<Mark> label(int colon) {
        var text = letter.text();
        int end = colon > 0 && text.charAt(colon - 1) <= ' ' ? colon - 1 : colon;
        if (end == 0 || !mayEndLabel(text.charAt(end - 1))) {
            return Optional.empty();
        }
        for (var label : LABELS) {
            int start = end - label.words.length();
            if (start >= body.start()
                    && isLabel(text, start, label.words)
                    && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))) {
                return Optional.of(new Mark(label.kind, start, colon + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean isLabel(String text, int start, String words) {
        for (int i = 0; i < words.length(); i++) {
            if (foldConfusable(text.charAt(start + i)) != foldConfusable(words.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Maps characters that OCR confuses, in either case, to the same character. */
    private static char foldConfusable(char c) {
        return switch (c) {
            case '1', 'I', 'i', 'L', '|', '!' -> 'l';
            case '0' -> 'o';
            case '5' -> 's';
            default -> c < FIRST_NOT_ASCII ? (char) Character.toLowerCase((int) c) : c;
        };
    }

    /** Quick pre-check that avoids comparing most colons with every label. */
    private static boolean mayEndLabel(char last) {
        return LABEL_ENDS.indexOf(last) >= 0 || last >= FIRST_NOT_ASCII;
    }

    /** Whether a heading ends here because a label, a paragraph break or the end of the text follows. */
    private boolean endsHeading(int end, Set<Integer> labels) {
        int next = letter.trimmed(end, body.end()).start();
        return next >= body.end() || letter.text().startsWith("\n\n", end) || labels.contains(next);
    }

    private boolean isForm(Mark heading) {
        boolean is = letter.matcher(OTHER_BOX, heading.end, Math.min(body.end(), heading.end + GAP))
                .lookingAt();
        if (is) {
            findings.add(new Finding(
                    Finding.Kind.UNREADABLE_DECISION,
                    "both decisions appear side by side, as on a form with checkboxes: expected one of them",
                    letter.span(heading.start, heading.end)));
        }
        return is;
    }

    /** Whether the heading contains another decision, as in a list of decisions that lost its line breaks. */
    private boolean isList(List<Mark> inner, Mark heading) {
        int paragraph = letter.lastIndexOf("\n\n", body.start(), heading.start);
        var within = inner.stream()
                .filter(h -> h.start > paragraph && h.end < heading.start)
                .filter(h -> marks.stream().noneMatch(label -> label.start > h.start && label.start < heading.start))
                .findFirst();
        within.ifPresent(h -> findings.add(new Finding(
                Finding.Kind.UNREADABLE_DECISION,
                "two decisions in one heading: expected a line break after the first",
                letter.span(h.start, heading.end))));
        return within.isPresent();
    }

    private void removeWithoutLabel() {
        var all = List.copyOf(marks);
        marks.clear();
        for (int i = 0; i < all.size(); i++) {
            var mark = all.get(i);
            boolean hasLabel =
                    i + 1 < all.size() && all.get(i + 1).kind != Kind.HEADING && all.get(i + 1).start - mark.end <= GAP;
            if (mark.kind == Kind.HEADING && !hasLabel) {
                findings.add(new Finding(
                        Finding.Kind.UNREADABLE_DECISION,
                        "a decision appears outside the sections of a determination, followed by neither guidelines"
                                + " nor a rationale",
                        letter.span(mark.start, mark.end)));
            } else {
                marks.add(mark);
            }
        }
    }

    /** Inserts a mark where guideline lines follow a rationale, or open the section, without a heading in between. */
    private void insertUndecided() {
        boolean open = false;
        var all = List.copyOf(marks);
        marks.clear();
        for (var mark : all) {
            switch (mark.kind) {
                case HEADING, UNDECIDED -> open = true;
                case RATIONALE -> open = false;
                case ADMINISTRATOR, REVIEWER -> {
                    if (!open) {
                        marks.add(new Mark(Kind.UNDECIDED, mark.start, mark.start));
                        findings.add(new Finding(
                                Finding.Kind.UNREADABLE_DECISION,
                                "guidelines appear under a heading without a decision: expected \"...: Upheld\" or"
                                        + " \"...: Overturned\"",
                                letter.span(mark.start, mark.end)));
                        open = true;
                    }
                }
            }
            marks.add(mark);
        }
    }
}
