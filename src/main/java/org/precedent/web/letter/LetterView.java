package org.precedent.web.letter;

import java.util.List;
import java.util.Optional;
import org.precedent.determination.CitationFormats;
import org.precedent.web.view.DateView;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.MarkedText;

/**
 * View of {@code pages/determination}.
 *
 * @param id the determination's id
 * @param name the case number, or the id where there is none
 * @param title of the document
 * @param subtitle the outcome and what it is about, in one line
 * @param facts what the letter says of the case
 * @param issues in the letter's order
 * @param summary the clinical summary
 * @param documents the records reviewed
 * @param doubts what was doubtful in reading the letter
 * @param cite citations of the letter as a whole
 * @param evidence where the facts were read from
 * @param context the search it was opened from
 * @param marks where the search's words stand
 * @param provenance of the file
 */
public record LetterView(
        String id,
        String name,
        String title,
        String subtitle,
        List<Fact> facts,
        List<IssueView> issues,
        Optional<MarkedText> summary,
        Optional<MarkedText> documents,
        List<String> doubts,
        CitationFormats cite,
        List<ValueEvidence> evidence,
        Optional<LetterContext> context,
        Marks marks,
        Provenance provenance) {
    public LetterView {
        facts = List.copyOf(facts);
        issues = List.copyOf(issues);
    }

    /**
     * A fact.
     *
     * @param label what
     * @param value for people
     * @param iso the same as ISO 8601 where it is a day
     */
    public record Fact(String label, String value, Optional<String> iso) {}

    /**
     * Where the words of the search stand.
     *
     * @param total how many there are on the page
     * @param sections how many there are in which part, those without any left out
     */
    public record Marks(int total, List<Section> sections) {
        private static final int FEW = 6;

        /** Whether the parts can be named in one line. */
        public boolean few() {
            return sections.size() <= FEW;
        }
    }

    /**
     * A part of the letter with marked words.
     *
     * @param label the part
     * @param href its anchor
     * @param count how many words are marked in it
     */
    public record Section(String label, String href, int count) {}

    /**
     * The file.
     *
     * @param source its name
     * @param layout the form of the letter
     * @param scanned recognised from images
     * @param fictional an invented sample
     * @param firstSeen when the letter came in
     * @param lastChanged when its content last changed
     * @param json its record
     * @param text the text it was read from
     * @param original the file as posted; empty where it is not kept
     */
    public record Provenance(
            String source,
            String layout,
            boolean scanned,
            boolean fictional,
            DateView firstSeen,
            DateView lastChanged,
            String json,
            String text,
            Optional<String> original) {}

    /**
     * One issue.
     *
     * @param key names it to the comparison
     * @param number in the letter
     * @param anchor in the page
     * @param request the disputed item
     * @param plainRequest the same without marks
     * @param decision its badge
     * @param values what it is about, each leading to a search
     * @param reviewer what the reviewer cited
     * @param administrator what the claims administrator cited
     * @param rationale the reasons
     * @param cite citations of the issue
     * @param evidence where the values were read from
     * @param similar issues like it
     * @param similarElsewhere where issues like it are, when they are not shown
     */
    public record IssueView(
            String key,
            int number,
            String anchor,
            MarkedText request,
            String plainRequest,
            DecisionView decision,
            List<Value> values,
            Guidelines reviewer,
            Guidelines administrator,
            Optional<MarkedText> rationale,
            CitationFormats cite,
            List<ValueEvidence> evidence,
            List<SimilarView> similar,
            Optional<String> similarElsewhere) {
        /**
         * Similar disputes in groups by whether they were decided the other way, the group with the likest first.
         */
        public List<SimilarGroup> similarGroups() {
            var opposite = similar.stream().filter(SimilarView::opposite).toList();
            var same = similar.stream().filter(s -> !s.opposite()).toList();
            var other = new SimilarGroup("Decided the other way", opposite);
            var alike = new SimilarGroup("Decided the same way", same);
            boolean turned = !similar.isEmpty() && !similar.getFirst().opposite();
            return (turned ? List.of(alike, other) : List.of(other, alike))
                    .stream().filter(g -> !g.disputes().isEmpty()).toList();
        }

        /**
         * The grounds the reviewer decided on, by their names for people; empty where none was recognised.
         */
        public List<String> reasons() {
            return evidence.stream()
                    .filter(e -> e.kind().equals(ValueEvidence.REASON))
                    .map(ValueEvidence::value)
                    .toList();
        }
    }

    /**
     * A facet value of an issue.
     *
     * @param kind the facet's name
     * @param label the value
     * @param href all issues that have it
     */
    public record Value(String kind, String label, String href) {}

    /**
     * One side's guideline line.
     *
     * @param text as printed; empty where the letter has none
     * @param citations what is cited in it
     */
    public record Guidelines(Optional<String> text, List<Value> citations) {}

    /**
     * Similar disputes of one outcome.
     *
     * @param title of the group
     * @param disputes the likest first
     */
    public record SimilarGroup(String title, List<SimilarView> disputes) {
        public SimilarGroup {
            disputes = List.copyOf(disputes);
        }
    }

    /**
     * An issue like another one.
     *
     * @param name of its letter
     * @param href the issue
     * @param request the disputed item
     * @param decision its badge
     * @param opposite decided the other way
     * @param decided when
     * @param shared what both have in common
     * @param compare puts both side by side
     */
    public record SimilarView(
            String name,
            String href,
            String request,
            DecisionView decision,
            boolean opposite,
            Optional<DateView> decided,
            String shared,
            String compare) {}
}
