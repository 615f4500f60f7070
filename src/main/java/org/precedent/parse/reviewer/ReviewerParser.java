package org.precedent.parse.reviewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Finding;
import org.precedent.determination.Reviewer;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.KeywordPattern;
import org.precedent.parse.text.Range;
import org.precedent.vocabulary.Lexicon;

/**
 * Parses the reviewer's specialties and states of licensure, from labeled lines ({@code State(s) of Licensure: C, D} and
 * {@code Certification(s)/Specialty: A, B}) or, without such lines, from {@linkplain CredentialSentences sentences}.
 */
public final class ReviewerParser {
    private static final KeywordPattern STATES = KeywordPattern.of(
            Pattern.compile("State(?:\\(s\\)|s)? of Licensure\\s{0,3}:\\s{0,3}", Pattern.CASE_INSENSITIVE),
            "State(s) ".length(),
            "of licensure");
    private static final KeywordPattern SPECIALTIES = KeywordPattern.of(
            Pattern.compile(
                    "Certification(?:\\(s\\)|s)?\\s{0,3}/\\s{0,3}Specialt(?:y|ies)\\s{0,3}:\\s{0,3}",
                    Pattern.CASE_INSENSITIVE),
            0,
            "certification");

    /** Maximum length of a label, and so of the text to search past the end of a paragraph for a label that begins in it. */
    private static final int MAX_LABEL_LENGTH = 48;

    private static final int MAX_LIST_LENGTH = 2_000;

    private final FoldedText letter;
    private final Lexicon lexicon;
    private final List<Finding> findings = new ArrayList<>();

    private ReviewerParser(FoldedText letter, Lexicon lexicon) {
        this.letter = letter;
        this.lexicon = lexicon;
    }

    /**
     * Parses the reviewer's credentials.
     *
     * @param section the section on the reviewer; the whole text is searched if it is missing or contains no credentials
     * @param findings receives a finding for each name not in the vocabulary, and for credentials that could not be parsed
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
     * Whether the determination states credentials in labeled lines.
     */
    public static boolean hasLabels(FoldedText letter) {
        int end = letter.text().length();
        return letter.matcher(STATES, 0, end).find()
                || letter.matcher(SPECIALTIES, 0, end).find();
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

    private Reviewer parse(Range section, boolean isSection) {
        var specialtyNames = new NameList(letter, lexicon.facets().specialty(), findings);
        var stateNames = new NameList(letter, lexicon.words().state(), findings);
        var states = labeled(STATES, section);
        var specialties = labeled(SPECIALTIES, section);
        if (states.isEmpty() && specialties.isEmpty()) {
            new CredentialSentences(letter, specialtyNames, stateNames).read(section, isSection);
        } else {
            specialties.ifPresent(specialtyNames::read);
            states.ifPresent(stateNames::read);
        }
        return new Reviewer(specialtyNames.names(), stateNames.names());
    }

    /** Returns the text after a label, up to the next label, section or end of paragraph. */
    private Optional<Range> labeled(KeywordPattern label, Range section) {
        var match = letter.matcher(label, section);
        if (!match.find()) {
            return Optional.empty();
        }
        int end = Math.min(section.end(), match.end() + MAX_LIST_LENGTH);
        int paragraph = letter.indexOf("\n\n", match.end(), end);
        if (paragraph >= 0) {
            end = Math.min(end, paragraph + MAX_LABEL_LENGTH);
        }
        for (var other : List.of(STATES, SPECIALTIES)) {
            var next = letter.matcher(other, match.end(), end);
            end = next.find() ? next.start() : end;
        }
        end = paragraph >= 0 ? Math.min(end, paragraph) : end;
        return Optional.of(letter.trimmed(match.end(), end)).filter(r -> !r.isEmpty());
    }

    /**
     * Parses credentials stated in sentences: {@code The expert reviewer is Board Certified in A, has a subspecialty in B and is licensed
     * to practice in C}, {@code is a licensed psychologist}, {@code is a Doctor of Chiropractic}.
     */
    private static final class CredentialSentences {
        /** Every sentence that states credentials contains one of these. */
        private static final Pattern CUE = Pattern.compile(
                "\\b(?:board[- ]certified|board[- ]eligible|certified|certification|diplomate|licen[sc]e[ds]?|licensure|specialty|specialties|"
                        + "sub-?specialty|speciali[sz](?:es|ed|ing)|doctor of|fellowship|is an? |practices|practicing)\\b",
                Pattern.CASE_INSENSITIVE);

        private static final Pattern SUBJECT =
                Pattern.compile("\\b(?:expert|physician|medical|professional) reviewer\\b", Pattern.CASE_INSENSITIVE);
        /** Sentences about the reviewer's independence and selection contain a cue but no credentials. */
        private static final Pattern OTHER_TOPIC = Pattern.compile(
                "\\b(?:no affiliation|affiliated|was selected|same or similar|familiar with|following credentials)\\b",
                Pattern.CASE_INSENSITIVE);
        /** {@code The independent Doctor of Chiropractic who made the decision has no affiliation ...}. */
        private static final Pattern DECIDING_DOCTOR = Pattern.compile(
                "\\bindependent (?<specialty>[\\w .,&-]{2,60}?) who (?:made|rendered) (?:the|this) decision\\b",
                Pattern.CASE_INSENSITIVE);
        /** The part of a license statement before the names of states. */
        private static final Pattern LICENSE = Pattern.compile(
                ",?\\s?(?:\\band\\s)?(?:\\b(?:who|he|she|he/she|the reviewer)\\s)?(?:\\b(?:is|are|has|have|holds?)\\s)?(?:\\b(?:also|currently|an?|active|current|valid|unrestricted|full)\\s){0,4}"
                        + "\\blicen[sc](?:ed?|es)\\s(?<trade>(?:(?!to\\s|licen)\\(?\\p{L}[\\p{L}.]{0,19}\\)?\\s){1,8}?(?=in\\s))?(?:to practice\\s(?:\\w{1,15}\\s){0,3}?)?(?:in|by|from)\\s(?:the\\s)?(?:states?\\sof\\s)?(?=(?<first>\\p{L}{2,}))",
                Pattern.CASE_INSENSITIVE);
        /** The part of a sentence before the names of specialties. */
        private static final Pattern PREDICATE = Pattern.compile(
                "\\b(?:reviewer|doctor|he|she|he/she|decision)\\s(?:who\\s(?:made|rendered)\\s(?:the|this)\\sdecision\\s)?(?:is|has|holds|are|practices|speciali[sz]es)\\b|^\\W{0,3}(?=board|licensed|certified|doctor|speciali)|\\bboard[- ]certified in\\b",
                Pattern.CASE_INSENSITIVE);
        /** Marks the start of a description of experience, which contains no specialties. */
        private static final Pattern EXPERIENCE = Pattern.compile(
                "\\b(?:with (?:more than|over|at least|\\d)|for (?:more than|over|at least|\\d|the)|since \\d|by the(?! American Board of)|from the|at the|in (?:active|full|clinical)|who (?!is|has|holds))\\b",
                Pattern.CASE_INSENSITIVE);

        /** {@code holds a California medical license}. */
        private static final Pattern STATE_FIRST = Pattern.compile(
                ",?\\s(?:and|with|holds?|has)\\s(?:an?\\s)?(?:(?:active|current|valid|unrestricted)\\s){0,2}(?<states>\\p{L}{3,13}(?:\\s\\p{L}{5,8})?)\\s(?:\\p{L}{4,15}\\s)?licen[sc]es?\\b",
                Pattern.CASE_INSENSITIVE);

        /** Introduces specialties after the names of states. */
        private static final Pattern ALSO = Pattern.compile(
                "\\b(?:and|with|who has|has)\\s(?:also )?(?:an? )?(?:sub-?)?(?:specialty|speciali[sz]ation|board certification|certification) in\\s",
                Pattern.CASE_INSENSITIVE);

        private static final int MAX_LENGTH = 600;

        private final FoldedText letter;
        private final NameList specialties;
        private final NameList states;

        CredentialSentences(FoldedText letter, NameList specialties, NameList states) {
            this.letter = letter;
            this.specialties = specialties;
            this.states = states;
        }

        /**
         * Adds the credentials stated in a range to the lists of names.
         *
         * @param isSection whether the range is the section on the reviewer; elsewhere only sentences on a reviewer's license count
         */
        void read(Range section, boolean isSection) {
            for (int start = section.start(); start < section.end(); ) {
                int end = sentenceEnd(start, section.end());
                var sentence = letter.trimmed(start, Math.min(end, start + MAX_LENGTH));
                if (isCredential(sentence, isSection)) {
                    read(sentence);
                }
                start = end;
            }
            var doctor = letter.matcher(DECIDING_DOCTOR, section);
            if (isSection && specialties.names().isEmpty() && doctor.find()) {
                specialties.readKnown(new Range(doctor.start("specialty"), doctor.end("specialty")));
            }
        }

        private boolean isCredential(Range sentence, boolean isSection) {
            return has(CUE, sentence)
                    && (isSection || (has(SUBJECT, sentence) && has(LICENSE, sentence)))
                    && !has(OTHER_TOPIC, sentence);
        }

        private boolean has(Pattern pattern, Range range) {
            return letter.matcher(pattern, range.start(), range.end()).find();
        }

        private void read(Range sentence) {
            var license = letter.matcher(LICENSE, sentence);
            int end = sentence.end();
            Optional<Range> more = Optional.empty();
            while (license.find()) {
                int stop = cut(license.end(), sentence.end());
                var also = letter.matcher(ALSO, license.end(), sentence.end());
                boolean hasMore = also.find();
                var named = letter.trimmed(license.start("first"), hasMore ? Math.min(stop, also.start()) : stop);
                if (states.beginsWithName(named)) {
                    states.read(named);
                    // keep the profession, as in "a licensed psychologist in California"
                    end = Math.min(end, license.start("trade") < 0 ? license.start() : license.end("trade"));
                    more = hasMore ? Optional.of(letter.trimmed(also.end(), cut(also.end(), sentence.end()))) : more;
                }
            }
            end = Math.min(end, readStateFirst(sentence));
            var predicate = letter.matcher(PREDICATE, sentence.start(), end);
            if (predicate.find()) {
                specialties.readProse(letter.trimmed(predicate.end(), cut(predicate.end(), end)));
            }
            more.ifPresent(specialties::readProse);
        }

        /** Returns the start of a license named after its state; the end of the sentence if there is none. */
        private int readStateFirst(Range sentence) {
            var license = letter.matcher(STATE_FIRST, sentence);
            if (license.find()) {
                var named = new Range(license.start("states"), license.end("states"));
                if (states.beginsWithName(named)) {
                    states.readKnown(named);
                    return license.start();
                }
            }
            return sentence.end();
        }

        private int cut(int start, int end) {
            var experience = letter.matcher(EXPERIENCE, start, end);
            return experience.find() ? experience.start() : end;
        }

        /**
         * Returns the end of a sentence: a period followed by a space and a capital, unless it ends a one-letter abbreviation as in {@code
         * D. C}.
         */
        private int sentenceEnd(int start, int end) {
            var text = letter.text();
            for (int at = start; at < end; at++) {
                boolean stop = text.charAt(at) == '.'
                        && at + 2 < end
                        && text.charAt(at + 1) == ' '
                        && Character.isUpperCase(text.charAt(at + 2))
                        && at > start + 1
                        && Character.isLetterOrDigit(text.charAt(at - 2));
                if (stop || text.charAt(at) == '\n') {
                    return at + 1;
                }
            }
            return end;
        }
    }
}
