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
 * @param issues in the order of the determination
 * @param texts the passages that belong to no single issue, such as the clinical summary
 * @param cite citations of the determination as a whole
 * @param search the search it was opened from
 * @param provenance origin of the file and how its text was extracted
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
     * @param id id of the determination
     * @param name the case number, or the id if there is none
     * @param title HTML title of the page
     * @param subtitle outcome and subject, in one line
     * @param summary decisions of the issues, date and reviewer, in one line
     */
    public record Heading(String id, String name, String title, String subtitle, String summary) {}

    /**
     * Extracted values that apply to the whole determination.
     *
     * @param facts facts about the case
     * @param evidence passages the facts were extracted from
     * @param warnings uncertainties in parsing the determination
     * @param appeal deadlines for an appeal; empty if the determination has no date
     * @param corrected manual corrections
     */
    public record Extracted(
            List<Fact> facts,
            List<ValueEvidence> evidence,
            List<String> warnings,
            Optional<Appeal> appeal,
            List<String> corrected) {
        public Extracted {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Deadlines to appeal.
     *
     * @param from start of the period
     * @param served deadline without the extension for service by mail: 30 days later
     * @param mailed deadline with the extension: 5 more days
     */
    public record Appeal(DateView from, DateView served, DateView mailed) {
        static Appeal of(AppealDates dates) {
            return new Appeal(DateView.of(dates.from()), DateView.of(dates.served()), DateView.of(dates.mailed()));
        }
    }

    /**
     * An inconsistency in the determination that is worth checking.
     *
     * @param kind kind of inconsistency
     * @param message description, one sentence
     * @param href URL of all determinations with a point of that kind, or of the comparison of both issues
     * @param sides the passages, shown side by side
     * @param search link to all issues with the same wording; empty if {@code href} leads to the determinations
     */
    public record PointToCheck(String kind, String message, String href, List<Side> sides, Optional<PageLink> search) {
        public PointToCheck {
            sides = List.copyOf(sides);
        }

        /**
         * A quoted passage.
         *
         * @param label name of the section or document it is from
         * @param text the passage
         * @param href URL of the other determination that contains it; empty for this one
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
     * @param summary the clinical summary; empty if there is none
     * @param documents the records reviewed; empty if they are not listed
     */
    public record Texts(Optional<MarkedText> summary, Optional<MarkedText> documents) {}

    /**
     * The search a determination was opened from.
     *
     * @param context its position in the results; empty if it was opened directly
     * @param marks locations of the highlighted words
     * @param currentUrl path and query of the page, including the search
     */
    public record SearchTrail(Optional<LetterContext> context, Marks marks, String currentUrl) {}

    /**
     * A fact about the determination.
     *
     * @param label name of the fact
     * @param value display value
     * @param iso the value as ISO 8601 if it is a date
     */
    public record Fact(String label, String value, Optional<String> iso) {}

    /**
     * Locations of the highlighted words.
     *
     * @param total number of highlights on the page
     * @param sections number of highlights per section; sections without any are omitted
     */
    public record Marks(int total, List<Section> sections) {
        private static final int MAX_SECTIONS = 6;

        /** Whether the sections fit in one line. */
        public boolean fitOnOneLine() {
            return sections.size() <= MAX_SECTIONS;
        }
    }

    /**
     * A section of the page with highlighted words.
     *
     * @param label name of the section
     * @param href its anchor
     * @param count number of highlights in it
     */
    public record Section(String label, String href, int count) {}

    /**
     * Origin of the determination.
     *
     * @param source file name
     * @param layout form of the determination
     * @param scanned whether the text was recognized from images (OCR)
     * @param fictional whether it is a fictional sample
     * @param ingested when it was ingested
     * @param links the determination in other formats
     */
    public record Provenance(
            String source, String layout, boolean scanned, boolean fictional, Ingested ingested, Links links) {}

    /**
     * When a determination was ingested.
     *
     * @param firstSeen when it was first ingested
     * @param lastChanged when its content last changed
     */
    public record Ingested(DateView firstSeen, DateView lastChanged) {}

    /**
     * URLs of a determination in other formats.
     *
     * @param json the record as JSON
     * @param text the extracted text
     * @param original the original file; empty if it is not kept
     * @param corrections the page that lists and accepts corrections
     */
    public record Links(String json, String text, Optional<String> original, String corrections) {}

    /**
     * An issue.
     *
     * @param heading its identifiers
     * @param request the disputed item
     * @param decision badge of the decision
     * @param subject what is in dispute
     * @param reasoning reasons for the decision
     * @param cite citations of the issue
     * @param similar similar issues
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
     * Identifiers of an issue.
     *
     * @param key id of the issue in comparison URLs
     * @param number number in the determination
     * @param anchor HTML anchor
     */
    public record IssueHeading(String key, int number, String anchor) {}

    /**
     * A disputed item.
     *
     * @param marked text with the words of the search highlighted
     * @param plain text without highlights
     * @param title short title
     */
    public record Request(MarkedText marked, String plain, String title) {
        /** Whether the title differs from the full text. */
        public boolean isShortened() {
            return !title.equals(plain);
        }
    }

    /**
     * What an issue is about.
     *
     * @param values facet values, each linked to a search
     * @param evidence passages the values were extracted from
     * @param checks points to check
     * @param corrected manual corrections
     */
    public record Subject(
            List<Value> values, List<ValueEvidence> evidence, List<PointToCheck> checks, List<String> corrected) {}

    /**
     * Reasons for a decision.
     *
     * @param reviewer guidelines cited by the reviewer
     * @param administrator guidelines cited by the claims administrator
     * @param rationale the rationale; empty if the document ends before it
     */
    public record Reasoning(Guidelines reviewer, Guidelines administrator, Optional<MarkedText> rationale) {
        /**
         * The grounds of the decision, each linked to the sentence of the rationale that states it; empty if none was recognized.
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
     * Issues similar to an issue.
     *
     * @param issues most similar first; empty if there are none or they are not shown
     * @param elsewhere URL that shows them; empty if they are shown
     */
    public record Similar(List<SimilarView> issues, Optional<String> elsewhere) {
        /**
         * Groups the similar issues by whether they were decided the other way; the group with the most similar issue comes first.
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
     * @param kind name of the facet
     * @param label the value
     * @param href URL of all issues with the value
     */
    public record Value(String kind, String label, String href) {}

    /**
     * Guidelines cited by one side.
     *
     * @param text the text as in the determination; empty if there is none
     * @param citations guidelines cited in it
     */
    public record Guidelines(Optional<String> text, List<Value> citations) {}

    /**
     * Similar issues that were decided the same way, or the other way.
     *
     * @param title heading of the group
     * @param disputes most similar first
     */
    public record SimilarGroup(String title, List<SimilarView> disputes) {
        public SimilarGroup {
            disputes = List.copyOf(disputes);
        }
    }

    /**
     * A similar issue.
     *
     * @param name name of its determination
     * @param links its URLs
     * @param request the disputed item
     * @param decision badge of the decision
     * @param opposite whether it was decided the other way
     * @param decided decision date
     * @param shared what both issues have in common
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
     * URLs for a similar issue.
     *
     * @param href the issue
     * @param compare comparison of both issues
     */
    public record SimilarLinks(String href, String compare) {}
}
