package org.precedent.parse.reviewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Finding;
import org.precedent.determination.Reviewer;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;
import org.precedent.vocabulary.Lexicon;

/**
 * Parses the reviewer's specialties and states of licensure, from labelled lines ({@code State(s) of Licensure: C, D} and
 * {@code Certification(s)/Specialty: A, B}) or, without such lines, from {@linkplain CredentialSentences sentences}.
 */
public final class ReviewerParser {
    private static final Pattern STATES =
            Pattern.compile("State(?:\\(s\\)|s)? of Licensure\\s{0,3}:\\s{0,3}", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPECIALTIES = Pattern.compile(
            "Certification(?:\\(s\\)|s)?\\s{0,3}/\\s{0,3}Specialt(?:y|ies)\\s{0,3}:\\s{0,3}", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_LIST = 2_000;

    private final FoldedText letter;
    private final Lexicon lexicon;
    private final List<Finding> findings = new ArrayList<>();

    private ReviewerParser(FoldedText letter, Lexicon lexicon) {
        this.letter = letter;
        this.lexicon = lexicon;
    }

    /**
     * The reviewer's credentials.
     *
     * @param section the section on the reviewer; the whole text is searched when it is absent or gives no credentials
     * @param findings receives names that are in no vocabulary, and credentials that could not be read
     */
    public static Reviewer parse(FoldedText letter, Optional<Range> section, Lexicon lexicon, List<Finding> findings) {
        var whole = new Range(0, letter.text().length());
        var parser = new ReviewerParser(letter, lexicon);
        var reviewer = parser.parse(section.orElse(whole), section.isPresent());
        if (reviewer.specialties().isEmpty() && reviewer.licensure().isEmpty() && section.isPresent()) {
            parser = new ReviewerParser(letter, lexicon);
            reviewer = parser.parse(whole, false);
        }
        findings.addAll(parser.findings);
        if (section.isPresent() && !section.get().isEmpty()) {
            noteMissing(letter, section.get(), reviewer, findings);
        }
        return reviewer;
    }

    /**
     * Whether the letter gives credentials in labelled lines.
     */
    public static boolean hasLabels(FoldedText letter) {
        return letter.matcher(STATES).find() || letter.matcher(SPECIALTIES).find();
    }

    private static void noteMissing(FoldedText letter, Range section, Reviewer reviewer, List<Finding> findings) {
        if (reviewer.specialties().isEmpty()) {
            findings.add(new Finding(
                    Finding.Kind.MISSING_SECTION, "reviewer: no specialty could be read", letter.span(section)));
        }
        if (reviewer.licensure().isEmpty()) {
            findings.add(new Finding(
                    Finding.Kind.MISSING_SECTION,
                    "reviewer: no state of licensure could be read",
                    letter.span(section)));
        }
    }

    private Reviewer parse(Range where, boolean isSection) {
        var specialtyNames = new NameList(letter, lexicon.facets().specialty(), findings);
        var stateNames = new NameList(letter, lexicon.words().state(), findings);
        var states = labelled(STATES, where);
        var specialties = labelled(SPECIALTIES, where);
        if (states.isEmpty() && specialties.isEmpty()) {
            new CredentialSentences(letter, specialtyNames, stateNames).read(where, isSection);
        } else {
            specialties.ifPresent(specialtyNames::read);
            states.ifPresent(stateNames::read);
        }
        return new Reviewer(specialtyNames.names(), stateNames.names());
    }

    /** What follows a label, up to the next label, the next section or the paragraph's end. */
    private Optional<Range> labelled(Pattern label, Range where) {
        var match = letter.matcher(label, where);
        if (!match.find()) {
            return Optional.empty();
        }
        int end = Math.min(where.end(), match.end() + LONGEST_LIST);
        for (var other : List.of(STATES, SPECIALTIES)) {
            var next = letter.matcher(other, match.end(), end);
            end = next.find() ? next.start() : end;
        }
        int paragraph = letter.indexOf("\n\n", match.end(), end);
        end = paragraph >= 0 ? paragraph : end;
        return Optional.of(letter.trimmed(match.end(), end)).filter(r -> !r.isEmpty());
    }
}
