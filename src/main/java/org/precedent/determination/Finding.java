package org.precedent.determination;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Something missing, doubtful or contradictory that the parser found in a determination.
 *
 * @param kind what kind of doubt
 * @param message one sentence for people
 * @param span the words it is about; empty if there is no text
 * @param issue number of the issue it is about; 0 where it is about the determination
 */
public record Finding(Kind kind, String message, Span span, int issue) {
    /**
     * Of the determination as a whole.
     */
    public Finding(Kind kind, String message, Span span) {
        this(kind, message, span, 0);
    }

    /**
     * Whether it is about the issue of that number, or about all of the determination.
     */
    public boolean isAbout(int number) {
        return issue == 0 || issue == number;
    }

    /**
     * The kinds of findings; the name in lower case with hyphens is what JSON shows.
     */
    public enum Kind {
        /** No header block, or a part of it, where the layout has one. */
        MISSING_HEADER,
        /** Headings were met that no known layout has. */
        UNKNOWN_LAYOUT,
        /** A section or line that every letter of this layout has is not there. */
        MISSING_SECTION,
        /** The text stops inside an issue. */
        TRUNCATED,
        /** The rationale's closing sentence says the opposite of the heading. */
        DECISION_CONTRADICTED,
        /** Something that looks like an issue has no decision that can be read. */
        UNREADABLE_DECISION,
        /** An invalid or impossible date. */
        DOUBTFUL_DATE,
        /** A specialty, guideline or other name that no vocabulary knows. */
        UNKNOWN_TERM,
        /** The file contains more than one determination. */
        SEVERAL_LETTERS,
        /** The text was recognized from images. */
        SCANNED,
        /** No issue could be read at all. */
        NO_ISSUE,
        /** The file contains no text, or next to none. */
        NO_TEXT,
        /** Something that looks like a person's identity stands in the text. */
        PERSONAL_DATA,
        /** A page of the file is only a picture, or unreadable; its content was not read. */
        PAGE_WITHOUT_TEXT,
        /** Hidden, covered, deleted or moved text of the file was left out. */
        HIDDEN_TEXT,
        /** Stamps, watermarks or line numbers on the pages were kept out of the sentences. */
        PAGE_MARK,
        /** Some characters of the file are damaged. */
        DAMAGED_CHARACTERS,
        /** Reading the text took too long and was stopped. */
        TOO_SLOW,
        /** A person has put a value right that was read wrongly. */
        CORRECTED,
        /** The rationale names body regions, none of them near the one requested. */
        RATIONALE_ON_OTHER_REGION,
        /** The rationale names imaging studies, none of them the one requested. */
        RATIONALE_ON_OTHER_MODALITY,
        /** All guidelines the reviewer cites are for other body regions. */
        GUIDELINE_OF_OTHER_REGION,
        /** The request names a date after the decision. */
        SERVICE_AFTER_DECISION,
        /** A guideline is cited in an edition that had been replaced when the issue was decided. */
        REPLACED_EDITION,
        /** The reviewer holds a limited license that does not extend to the treatment. */
        SPECIALTY_FAR_FROM_TREATMENT,
        /** The records reviewed are named only by their dates. */
        RECORDS_AS_DATE_RANGES;

        private static final Set<Kind> ABOUT_FILE =
                Collections.unmodifiableSet(EnumSet.of(PAGE_WITHOUT_TEXT, HIDDEN_TEXT, PAGE_MARK, DAMAGED_CHARACTERS));

        /**
         * The kinds that point at something to check in the determination itself, in the order of pages.
         */
        public static List<Kind> signals() {
            return Arrays.stream(values()).filter(Kind::isSignal).toList();
        }

        /**
         * Whether it points at something to check in the determination itself, rather than at a doubt in reading it.
         */
        public boolean isSignal() {
            return compareTo(RATIONALE_ON_OTHER_REGION) >= 0;
        }

        /**
         * The name for people: {@code Guideline of other region}.
         */
        public String title() {
            var words = label().replace('-', ' ');
            return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
        }

        /**
         * Whether it is about the file, so that reading the extracted text again cannot find it.
         */
        public boolean isAboutFile() {
            return ABOUT_FILE.contains(this);
        }

        /**
         * The name in JSON and reports: {@code missing-header}.
         */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
