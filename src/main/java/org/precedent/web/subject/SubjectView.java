package org.precedent.web.subject;

import java.util.List;
import java.util.Optional;
import org.precedent.web.insights.Figures;
import org.precedent.web.insights.InsightsView.Section;
import org.precedent.web.view.PageLink;

/**
 * View model of {@code pages/subject}.
 *
 * @param heading title, name and trail of the page
 * @param sides outcomes of its issues, by who cites it
 * @param below its sub-levels, with links to their pages
 * @param grounds grounds of the decisions with sentences that state them; empty for a guideline
 * @param sections tables of its issues
 */
public record SubjectView(
        Heading heading, List<Side> sides, List<Entry> below, List<GroundList> grounds, List<Section> sections) {
    public SubjectView {
        sides = List.copyOf(sides);
        below = List.copyOf(below);
        grounds = List.copyOf(grounds);
        sections = List.copyOf(sections);
    }

    /**
     * Title, name and trail of a page.
     *
     * @param title title of the document
     * @param name name of the subject
     * @param trail links to the pages above it, starting with the list of all subjects
     * @param about description of the page in one sentence
     * @param below heading of its sub-levels
     */
    public record Heading(String title, String name, List<PageLink> trail, String about, String below) {}

    /**
     * Outcomes of the issues in which one party cites a guideline, or of the issues about a treatment.
     *
     * @param label who cites it
     * @param figures figures of those issues
     */
    public record Side(String label, Figures figures) {}

    /**
     * An entry in a list of subjects.
     *
     * @param page name, linked to its page
     * @param depth indentation level
     * @param figures figures of the issues about it
     * @param administrator link to the issues in which the claims administrator cites it; empty for a treatment
     */
    public record Entry(PageLink page, int depth, Figures figures, Optional<PageLink> administrator) {}

    /**
     * Grounds of the issues with one decision.
     *
     * @param title heading of the list
     * @param grounds grounds, the most frequent first
     */
    public record GroundList(String title, List<Ground> grounds) {}

    /**
     * A ground found in at least three determinations.
     *
     * @param label name of the ground
     * @param issues number of issues, linked to them
     * @param quotes sentences that state it
     */
    public record Ground(String label, PageLink issues, List<Quote> quotes) {}

    /**
     * A sentence of a rationale.
     *
     * @param text as in the determination
     * @param source name of the determination, linked to the issue
     */
    public record Quote(String text, PageLink source) {}

    /**
     * Model of {@code pages/subjects}.
     *
     * @param heading title, name and trail of the page
     * @param entries in tree order
     * @param administrator whether citations by the claims administrator are counted
     */
    public record Index(Heading heading, List<Entry> entries, boolean administrator) {}
}
