package org.precedent.web.insights;

import java.util.List;
import java.util.Optional;
import org.precedent.web.view.Chip;
import org.precedent.web.view.HiddenField;
import org.precedent.web.view.PageLink;

/**
 * View model of {@code pages/insights}.
 *
 * @param title HTML title
 * @param heading heading of the page
 * @param form for choosing other dimensions or another search
 * @param summary the search and its overall outcome
 * @param sections the tables
 * @param more links to related pages
 */
public record InsightsView(
        String title, String heading, Form form, Summary summary, List<Section> sections, List<PageLink> more) {
    public InsightsView {
        sections = List.copyOf(sections);
        more = List.copyOf(more);
    }

    /**
     * Form for choosing the dimensions and changing the search.
     *
     * @param query text of the search
     * @param hiddenFields the other parameters of the search, as hidden fields
     * @param first options for the first dimension
     * @param second options for the second dimension
     */
    public record Form(String query, List<HiddenField> hiddenFields, List<Option> first, List<Option> second) {}

    /**
     * Option of a dimension menu.
     */
    public record Option(String value, String label, boolean chosen) {}

    /**
     * Summary of the search as a whole.
     *
     * @param filters filters selected in addition to the text, each linked to the table without it
     * @param issues number of issues, linked to them
     * @param sentence description of the search
     * @param outcome the decisions, in words
     * @param notices caveats about the figures
     */
    public record Summary(List<Chip> filters, PageLink issues, String sentence, String outcome, List<Notice> notices) {}

    /**
     * A notice, with a link to a remedy if there is one.
     */
    public record Notice(String text, Optional<PageLink> link) {}

    /**
     * Section of the page: a table with its charts.
     *
     * @param id HTML id of the heading
     * @param heading heading with the dimensions
     * @param table table by one dimension
     * @param matrix table by two dimensions
     * @param chart chart over time
     * @param multiples for two dimensions, one chart or list per value
     * @param links links to the table in full and as data
     */
    public record Section(
            String id,
            String heading,
            Optional<Table> table,
            Optional<Matrix> matrix,
            Optional<LineChart> chart,
            List<Multiple> multiples,
            List<PageLink> links) {}

    /**
     * A table by one dimension.
     *
     * @param caption table caption
     * @param headings column heads
     * @param rows one row per value
     * @param note what is omitted; an empty string if nothing is
     */
    public record Table(String caption, List<Head> headings, List<Row> rows, String note) {
        private static final int WITHOUT_RATES = 3;

        /** Whether the table has rate columns. */
        public boolean hasRates() {
            return headings.size() > WITHOUT_RATES;
        }
    }

    /**
     * A column head.
     *
     * @param label column name
     * @param href URL that sorts by the column; empty if it is not sortable
     * @param sort {@code ascending} or {@code descending} if the table is sorted by this column; otherwise an empty string
     */
    public record Head(String label, Optional<String> href, Optional<String> sort) {}

    /**
     * Row of a value.
     *
     * @param label display name of the value
     * @param depth indentation level
     * @param drill URL of the table of the values below it; empty if it has none
     * @param figures outcome of the value
     */
    public record Row(String label, int depth, Optional<String> drill, Figures figures) {}

    /**
     * A table by two dimensions.
     *
     * @param caption table caption
     * @param headings column heads: the value, the row total, and each value of the second dimension
     * @param rows one row per value of the first dimension
     * @param note what is omitted; an empty string if nothing is
     */
    public record Matrix(String caption, List<Head> headings, List<MatrixRow> rows, String note) {}

    /**
     * Row of a value of the first dimension.
     *
     * @param label display name of the value
     * @param depth indentation level
     * @param all outcome of the whole row
     * @param cells outcome for each value of the second dimension; empty if there are no issues
     */
    public record MatrixRow(String label, int depth, Figures all, List<Optional<Figures>> cells) {}

    /**
     * Small chart of one value; all small charts of a section have the same scale.
     *
     * @param heading the value, linked to its issues
     * @param chart chart over time; empty if the other dimension is not time or there are too few issues
     * @param bars rates by value of the other dimension, if that is not time
     */
    public record Multiple(PageLink heading, Optional<LineChart> chart, List<Bar> bars) {}

    /**
     * Bar of a small chart.
     */
    public record Bar(String label, Figures figures) {}
}
