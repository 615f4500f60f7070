package org.precedent.web.subject;

import java.util.List;
import java.util.Optional;
import org.precedent.web.insights.Figures;
import org.precedent.web.insights.InsightsView.Section;
import org.precedent.web.view.PageLink;

/**
 * View model of {@code pages/subject}.
 *
 * @param heading names
 * @param sides how its issues were decided, by who cites it
 * @param below its sub-levels, each with a page
 * @param grounds of the decisions with the sentences that give them; empty for a guideline
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
     * Names of a page.
     *
     * @param title of the window
     * @param name of the subject
     * @param trail the pages above it, from the list of all
     * @param about what the page is about, in a sentence
     * @param below its direct sub-levels
     */
    public record Heading(String title, String name, List<PageLink> trail, String about, String below) {}

    /**
     * Issues in which someone cites a guideline, or about a treatment.
     *
     * @param label who cites it
     * @param figures of those issues
     */
    public record Side(String label, Figures figures) {}

    /**
     * An entry of a list of subjects.
     *
     * @param page its name, leading to its page
     * @param depth how far it is indented
     * @param figures issues about it
     * @param administrator issues in which the claims administrator cites it; empty for a treatment
     */
    public record Entry(PageLink page, int depth, Figures figures, Optional<PageLink> administrator) {}

    /**
     * The grounds given in one direction.
     *
     * @param title which
     * @param grounds the most frequent first
     */
    public record GroundList(String title, List<Ground> grounds) {}

    /**
     * A ground of at least three determinations.
     *
     * @param label its name
     * @param issues how many, leading to them
     * @param quotes sentences that give it
     */
    public record Ground(String label, PageLink issues, List<Quote> quotes) {}

    /**
     * A sentence of a rationale.
     *
     * @param text as in the letter
     * @param source its determination, leading to the issue
     */
    public record Quote(String text, PageLink source) {}

    /**
     * What {@code pages/subjects} shows.
     *
     * @param heading names
     * @param entries in tree order
     * @param administrator whether citations of the claims administrator are counted
     */
    public record Index(Heading heading, List<Entry> entries, boolean administrator) {}
}
