package org.precedent.determination;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A problem found while parsing a determination, such as missing, doubtful or contradictory content.
 *
 * @param kind the kind of problem
 * @param message one sentence for the user
 * @param span the text concerned; empty if there is none
 * @param issue number of the issue concerned; 0 if the finding concerns the determination as a whole
 */
public record Finding(Kind kind, String message, Span span, int issue) {
    /**
     * Creates a finding about the determination as a whole.
     */
    public Finding(Kind kind, String message, Span span) {
        this(kind, message, span, 0);
    }

    /**
     * Whether the finding concerns the issue with this number or the determination as a whole.
     */
    public boolean isAbout(int number) {
        return issue == 0 || issue == number;
    }

    /**
     * The kinds of findings. In JSON, a kind appears as its name in lower case with hyphens.
     */
    public enum Kind {
        /** The header block that this layout should have is missing or incomplete. */
        MISSING_HEADER,
        /** The headings match no known layout. */
        UNKNOWN_LAYOUT,
        /** A section or line that every determination of this layout has is missing. */
        MISSING_SECTION,
        /** The text stops inside an issue. */
        TRUNCATED,
        /** The closing sentence of the rationale contradicts the decision in the heading. */
        DECISION_CONTRADICTED,
        /** A passage looks like an issue, but its decision cannot be read. */
        UNREADABLE_DECISION,
        /** An invalid or impossible date. */
        DOUBTFUL_DATE,
        /** A specialty, guideline or other name is not in any vocabulary. */
        UNKNOWN_TERM,
        /** The file contains more than one determination. */
        SEVERAL_LETTERS,
        /** The text was recognized from images. */
        SCANNED,
        /** No issue could be read. */
        NO_ISSUE,
        /** The file contains little or no text. */
        NO_TEXT,
        /** The text contains what looks like personal data. */
        PERSONAL_DATA,
        /** A page is only an image, or its text is unreadable; its content is missing. */
        PAGE_WITHOUT_TEXT,
        /** Hidden, covered, deleted or moved text was left out. */
        HIDDEN_TEXT,
        /** Stamps, watermarks or line numbers were removed from the sentences. */
        PAGE_MARK,
        /** Some characters of the file are damaged. */
        DAMAGED_CHARACTERS,
        /** Parsing exceeded the time limit and was stopped. */
        TOO_SLOW,
        /** A person corrected a misread value. */
        CORRECTED,
        /** The rationale names body regions, but none near the one requested. */
        RATIONALE_ON_OTHER_REGION,
        /** The rationale names imaging studies, but not the one requested. */
        RATIONALE_ON_OTHER_MODALITY,
        /** All guidelines cited by the reviewer are for other body regions. */
        GUIDELINE_OF_OTHER_REGION,
        /** The request names a date after the decision. */
        SERVICE_AFTER_DECISION,
        /** A guideline is cited in an edition that had been superseded by the decision date. */
        REPLACED_EDITION,
        /** The reviewer holds a limited license that does not extend to the treatment. */
        SPECIALTY_FAR_FROM_TREATMENT,
        /** The records reviewed are identified only by date ranges. */
        RECORDS_AS_DATE_RANGES;

        private static final Set<Kind> ABOUT_FILE =
                Collections.unmodifiableSet(EnumSet.of(PAGE_WITHOUT_TEXT, HIDDEN_TEXT, PAGE_MARK, DAMAGED_CHARACTERS));

        /**
         * Returns the kinds that point at something to check in the determination itself, in the order they are shown.
         */
        public static List<Kind> signals() {
            return Arrays.stream(values()).filter(Kind::isSignal).toList();
        }

        /**
         * Whether this kind points at something to check in the determination itself, as opposed to a doubt about how it was parsed.
         */
        public boolean isSignal() {
            return compareTo(RATIONALE_ON_OTHER_REGION) >= 0;
        }

        /**
         * Returns the display name: {@code Guideline of other region}.
         */
        public String title() {
            var words = label().replace('-', ' ');
            return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
        }

        /**
         * Whether this kind is about the source file and so cannot be found by parsing the extracted text again.
         */
        public boolean isAboutFile() {
            return ABOUT_FILE.contains(this);
        }

        /**
         * Returns the name used in JSON and reports: {@code missing-header}.
         */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
