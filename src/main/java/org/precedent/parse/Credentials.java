package org.precedent.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.precedent.determination.Finding;
import org.precedent.determination.Located;
import org.precedent.determination.Reviewer;
import org.precedent.vocabulary.Vocabulary;
import org.precedent.vocabulary.Words;

/**
 * The reviewer's specialties and licences, from prose ({@code is Board Certified in A, has a subspecialty in B and is licensed
 * to practice in C}) or from labelled lines ({@code State(s) of Licensure: C,D} and {@code Certification(s)/Specialty: A, B}).
 */
final class Credentials {
    private static final Pattern PROSE = Pattern.compile(
            "Board[- ]Certified in (?<specialty>.{2,300}?)(?:,?\\s+and)?\\s+(?:is|has a|are) licensed to practice in (?<state>.{2,200}?)(?:\\.\\s|\\.$|\\n|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STATES =
            Pattern.compile("State(?:\\(s\\)|s)? of Licensure\\s*:\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPECIALTIES =
            Pattern.compile("Certification(?:\\(s\\)|s)?\\s*/\\s*Specialt(?:y|ies)\\s*:\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTS = Pattern.compile(
            "\\s*(?:;|,|/|\\bhas a sub-?specialty in\\b|\\bwith a sub-?specialty in\\b|\\band has a\\b)\\s*");

    /** How far a name may be misspelt, in characters. */
    private static final int TYPO = 2;

    private final FoldedText letter;
    private final Vocabulary specialties;
    private final Vocabulary states;
    private final List<Finding> findings;

    private Credentials(FoldedText letter, Vocabulary specialties, Vocabulary states, List<Finding> findings) {
        this.letter = letter;
        this.specialties = specialties;
        this.states = states;
        this.findings = findings;
    }

    static Reviewer read(
            FoldedText letter, Range where, Vocabulary specialties, Vocabulary states, List<Finding> findings) {
        return new Credentials(letter, specialties, states, findings).read(where);
    }

    /**
     * Does the letter give credentials in labelled lines?
     */
    static boolean areLabelled(FoldedText letter) {
        return STATES.matcher(letter.text()).find()
                || SPECIALTIES.matcher(letter.text()).find();
    }

    private Reviewer read(Range where) {
        var states = labelled(STATES, where);
        var specialties = labelled(SPECIALTIES, where);
        if (states.isEmpty() && specialties.isEmpty()) {
            var prose = PROSE.matcher(letter.text()).region(where.start(), where.end());
            if (prose.find()) {
                return new Reviewer(
                        named(group(prose, "specialty"), this.specialties), named(group(prose, "state"), this.states));
            }
        }
        return new Reviewer(
                specialties.map(r -> named(r, this.specialties)).orElse(List.of()),
                states.map(r -> named(r, this.states)).orElse(List.of()));
    }

    private static Range group(Matcher match, String name) {
        return new Range(match.start(name), match.end(name));
    }

    /**
     * What follows a label, up to the next label, the next section or the paragraph's end.
     */
    private Optional<Range> labelled(Pattern label, Range where) {
        var text = letter.text();
        var match = label.matcher(text).region(where.start(), where.end());
        if (!match.find()) {
            return Optional.empty();
        }
        int end = where.end();
        for (var other : List.of(STATES, SPECIALTIES)) {
            var next = other.matcher(text).region(match.end(), end);
            end = next.find() ? next.start() : end;
        }
        int paragraph = text.indexOf("\n\n", match.end());
        end = paragraph >= 0 ? Math.min(end, paragraph) : end;
        return Optional.of(letter.trimmed(match.end(), end)).filter(r -> !r.isEmpty());
    }

    /**
     * The names in a list. A name may hold a comma or "and" itself, so names are looked for first and what lies between them
     * is read as it stands.
     */
    private List<Located<String>> named(Range list, Vocabulary vocabulary) {
        var names = new ArrayList<Located<String>>();
        int at = list.start();
        for (var mention : vocabulary.mentions(Words.of(letter.of(list)))) {
            int start = list.start() + mention.span().start();
            int end = list.start() + mention.span().end();
            if (isWhole(list, start, end)) {
                unknown(at, start, vocabulary, names);
                add(names, new Located<>(mention.term().label(), letter.span(start, end)));
                at = end;
            }
        }
        unknown(at, list.end(), vocabulary, names);
        return names;
    }

    /** Separators, or the ends of the list, on both sides. */
    private boolean isWhole(Range list, int start, int end) {
        var text = letter.text();
        var before = text.substring(list.start(), start).stripTrailing();
        var after = text.substring(end, list.end()).stripLeading();
        return (before.isEmpty()
                        || before.endsWith(",")
                        || before.endsWith(";")
                        || before.endsWith("/")
                        || before.endsWith(" and")
                        || before.endsWith(" in")
                        || before.endsWith(" a"))
                && (after.isEmpty()
                        || ",;./".indexOf(after.charAt(0)) >= 0
                        || after.startsWith("and ")
                        || after.startsWith("has ")
                        || after.startsWith("with "));
    }

    private void unknown(int start, int end, Vocabulary vocabulary, List<Located<String>> names) {
        int from = start;
        var parts = PARTS.matcher(letter.text()).region(start, end);
        while (parts.find()) {
            unknownPart(letter.trimmed(from, parts.start()), vocabulary, names);
            from = parts.end();
        }
        unknownPart(letter.trimmed(from, end), vocabulary, names);
    }

    private void unknownPart(Range part, Vocabulary vocabulary, List<Located<String>> names) {
        var printed = letter.of(part).replaceAll("^and |[.,]$| and$", "").strip();
        if (printed.length() < 2 || printed.equalsIgnoreCase("and")) {
            return;
        }
        var meant = meant(printed, vocabulary);
        if (meant.isEmpty()) {
            findings.add(new Finding(
                    Finding.Kind.UNKNOWN_TERM,
                    vocabulary.name() + ": \"" + printed + "\" is not in the vocabulary",
                    letter.span(part)));
        }
        add(names, new Located<>(meant.orElse(printed), letter.span(part)));
    }

    private static Optional<String> meant(String printed, Vocabulary vocabulary) {
        if (printed.length() < 3 * TYPO) {
            return Optional.empty();
        }
        var lower = printed.toLowerCase(Locale.ROOT);
        return vocabulary.terms().stream()
                .map(t -> t.label())
                .filter(l -> Spelling.distance(lower, l.toLowerCase(Locale.ROOT), TYPO) <= TYPO)
                .findFirst();
    }

    private static void add(List<Located<String>> names, Located<String> name) {
        if (names.stream().noneMatch(n -> n.value().equals(name.value()))) {
            names.add(name);
        }
    }
}
