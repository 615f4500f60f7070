package org.precedent.web.letter;

import java.util.List;
import java.util.Optional;
import org.precedent.determination.AppealDates;
import org.precedent.determination.CitationFormats;
import org.precedent.web.view.DateView;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.MarkedText;
import org.precedent.web.view.PageLink;

/**
 * View model of {@code pages/determination}.
 *
 * @param heading its name, title and summary lines
 * @param extracted values that apply to the whole determination
 * @param issues in the letter's order
 * @param texts the passages that belong to no single issue, such as the clinical summary
 * @param cite citations of the determination as a whole
 * @param search the search it was opened from
 * @param provenance where the file came from and how it was read
 */
public record LetterView(
        Heading heading,
        Extracted extracted,
        List<IssueView> issues,
        Texts texts,
        CitationFormats cite,
        SearchTrail search,
        Provenance provenance) {
    public LetterView {
        issues = List.copyOf(issues);
    }

    /**
     * Names of a determination.
     *
     * @param id the determination's id
     * @param name the case number, or the id where there is none
     * @param title of the document
     * @param subtitle the outcome and what it is about, in one line
     * @param gist how its issues were decided, when and by whom, in one line
     */
    public record Heading(String id, String name, String title, String subtitle, String gist) {}

    /**
     * Values of the determination as a whole.
     *
     * @param facts what the letter says of the case
     * @param evidence where the facts were read from
     * @param doubts what was doubtful in reading the letter
     * @param appeal the last days of an appeal; empty where the letter has no date
     * @param corrected what a person has put right
     */
    public record Extracted(
            List<Fact> facts,
            List<ValueEvidence> evidence,
            List<String> doubts,
            Optional<Appeal> appeal,
            List<String> corrected) {
        public Extracted {
            facts = List.copyOf(facts);
        }
    }

    /**
     * The last days to appeal.
     *
     * @param from the day counted from
     * @param served 30 days later
     * @param mailed 5 days more
     */
    public record Appeal(DateView from, DateView served, DateView mailed) {
        static Appeal of(AppealDates dates) {
            return new Appeal(DateView.of(dates.from()), DateView.of(dates.served()), DateView.of(dates.mailed()));
        }
    }

    /**
     * Something in the determination worth checking.
     *
     * @param kind what kind
     * @param message what does not go together, as one sentence
     * @param href all determinations with a point of that kind, or both issues compared
     * @param sides the words themselves, side by side
     * @param search finds every issue with the same words; empty where {@code href} does
     */
    public record PointToCheck(String kind, String message, String href, List<Side> sides, Optional<PageLink> search) {
        public PointToCheck {
            sides = List.copyOf(sides);
        }

        /**
         * Words of a determination.
         *
         * @param label name of their text
         * @param text the words
         * @param href the other determination they are in; empty for this one
         */
        public record Side(String label, String text, Optional<String> href) {
            Side(String label, String text) {
                this(label, text, Optional.empty());
            }
        }
    }

    /**
     * Texts of the determination that belong to no single issue.
     *
     * @param summary the clinical summary; empty where there is none
     * @param documents the records reviewed; empty where they are not listed
     */
    public record Texts(Optional<MarkedText> summary, Optional<MarkedText> documents) {}

    /**
     * The search a determination was opened from.
     *
     * @param context its position in its results; empty where it was opened directly
     * @param marks where the search's words stand
     * @param here path and query of the page, which keep the search
     */
    public record SearchTrail(Optional<LetterContext> context, Marks marks, String here) {}

    /**
     * A fact.
     *
     * @param label what
     * @param value for people
     * @param iso the same as ISO 8601 where it is a day
     */
    public record Fact(String label, String value, Optional<String> iso) {}

    /**
     * Where the words of the search occur.
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
     * @param source file name
     * @param layout the form of the determination
     * @param scanned whether the text was recognized from images (OCR)
     * @param fictional whether it is a fictional sample
     * @param ingested when it entered the index
     * @param links the determination in other formats
     */
    public record Provenance(
            String source, String layout, boolean scanned, boolean fictional, Ingested ingested, Links links) {}

    /**
     * When a determination entered the index.
     *
     * @param firstSeen when it was first ingested
     * @param lastChanged when its content last changed
     */
    public record Ingested(DateView firstSeen, DateView lastChanged) {}

    /**
     * Addresses of a determination in other formats.
     *
     * @param json its record
     * @param text the text it was read from
     * @param original the file as posted; empty where it is not kept
     * @param corrections what was corrected, and the form to do so
     */
    public record Links(String json, String text, Optional<String> original, String corrections) {}

    /**
     * One issue.
     *
     * @param heading its names
     * @param request the disputed item
     * @param decision its badge
     * @param subject what it is about
     * @param reasoning why it was decided so
     * @param cite citations of the issue
     * @param similar issues like it
     */
    public record IssueView(
            IssueHeading heading,
            Request request,
            DecisionView decision,
            Subject subject,
            Reasoning reasoning,
            CitationFormats cite,
            Similar similar) {}

    /**
     * Names of an issue.
     *
     * @param key names it to the comparison
     * @param number in the letter
     * @param anchor in the page
     */
    public record IssueHeading(String key, int number, String anchor) {}

    /**
     * A disputed item.
     *
     * @param marked with the words of the search marked
     * @param plain the same without marks
     * @param title the part of it that is in dispute
     */
    public record Request(MarkedText marked, String plain, String title) {
        /** Whether the title says less than the request, or says it in another case. */
        public boolean shortened() {
            return !title.equals(plain);
        }
    }

    /**
     * What an issue is about.
     *
     * @param values its facet values, each leading to a search
     * @param evidence where they were read from
     * @param checks points of it to check
     * @param corrected what a person has put right
     */
    public record Subject(
            List<Value> values, List<ValueEvidence> evidence, List<PointToCheck> checks, List<String> corrected) {}

    /**
     * Why an issue was decided so.
     *
     * @param reviewer what the reviewer cited
     * @param administrator what the claims administrator cited
     * @param rationale the reasons; empty where the letter breaks off before them
     */
    public record Reasoning(Guidelines reviewer, Guidelines administrator, Optional<MarkedText> rationale) {
        /**
         * The grounds the reviewer decided on, each leading to the sentence of the rationale that gives it; empty where none was
         * recognized.
         */
        public List<Value> grounds() {
            return rationale.stream()
                    .flatMap(r -> r.paragraphs().stream())
                    .flatMap(p -> p.passages().stream())
                    .filter(MarkedText.Passage::begins)
                    .flatMap(p -> p.ground().stream())
                    .flatMap(g -> g.labels().stream().map(l -> new Value("Reason", l, "#" + g.id())))
                    .toList();
        }
    }

    /**
     * Issues similar to one.
     *
     * @param issues the most similar first; empty where there are none or they are not shown
     * @param elsewhere the address that shows them; empty where they are shown
     */
    public record Similar(List<SimilarView> issues, Optional<String> elsewhere) {
        /**
         * Similar disputes in groups by whether they were decided the other way, the group with the most similar first.
         */
        public List<SimilarGroup> groups() {
            var opposite = issues.stream().filter(SimilarView::opposite).toList();
            var same = issues.stream().filter(s -> !s.opposite()).toList();
            var other = new SimilarGroup("Decided the other way", opposite);
            var alike = new SimilarGroup("Decided the same way", same);
            boolean turned = !issues.isEmpty() && !issues.getFirst().opposite();
            return (turned ? List.of(alike, other) : List.of(other, alike))
                    .stream().filter(g -> !g.disputes().isEmpty()).toList();
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
     * @param text as printed; empty if it has none
     * @param citations what is cited in it
     */
    public record Guidelines(Optional<String> text, List<Value> citations) {}

    /**
     * Similar disputes of one outcome.
     *
     * @param title of the group
     * @param disputes the most similar first
     */
    public record SimilarGroup(String title, List<SimilarView> disputes) {
        public SimilarGroup {
            disputes = List.copyOf(disputes);
        }
    }

    /**
     * An issue like another one.
     *
     * @param name of its determination
     * @param links where to read it
     * @param request the disputed item
     * @param decision its badge
     * @param opposite decided the other way
     * @param decided when
     * @param shared what both have in common
     */
    public record SimilarView(
            String name,
            SimilarLinks links,
            String request,
            DecisionView decision,
            boolean opposite,
            Optional<DateView> decided,
            String shared) {}

    /**
     * Addresses of a similar issue.
     *
     * @param href the issue
     * @param compare both side by side
     */
    public record SimilarLinks(String href, String compare) {}
}
