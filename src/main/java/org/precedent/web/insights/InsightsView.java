package org.precedent.web.insights;

import java.util.List;
import java.util.Optional;
import org.precedent.web.view.Chip;
import org.precedent.web.view.HiddenField;
import org.precedent.web.view.PageLink;

/**
 * View model of {@code pages/insights}.
 *
 * @param title of the browser window
 * @param heading of the page
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
     * The form.
     *
     * @param query the text of the search
     * @param carried the rest of the search
     * @param first what the first dimension can be
     * @param second what the second can be
     */
    public record Form(String query, List<HiddenField> carried, List<Option> first, List<Option> second) {}

    /**
     * A dimension to choose.
     */
    public record Option(String value, String label, boolean chosen) {}

    /**
     * The search as a whole.
     *
     * @param filters what is chosen in addition to the text, each leading to the table without it
     * @param issues how many there are, leading to them
     * @param sentence what is searched, in words
     * @param outcome how they were decided, in words
     * @param notices what is to be known about the figures
     */
    public record Summary(List<Chip> filters, PageLink issues, String sentence, String outcome, List<Notice> notices) {}

    /**
     * A notice, with a link to what the reader can do about it.
     */
    public record Notice(String text, Optional<PageLink> link) {}

    /**
     * A table with its charts.
     *
     * @param id of its heading
     * @param heading what it is by
     * @param table by one dimension
     * @param matrix by two
     * @param chart over time
     * @param multiples one chart or list per value, for two dimensions
     * @param links the same as data, and in full
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
     * @param caption what it shows
     * @param heads its columns
     * @param rows one value each
     * @param note what is left out; empty for nothing
     */
    public record Table(String caption, List<Head> heads, List<Row> rows, String note) {
        private static final int WITHOUT_RATES = 3;

        /** Whether it has columns of rates. */
        public boolean hasRates() {
            return heads.size() > WITHOUT_RATES;
        }
    }

    /**
     * The head of a column.
     *
     * @param label its name
     * @param href sorts by it; empty where one cannot
     * @param sort {@code ascending} or {@code descending} where the rows are in its order; else empty
     */
    public record Head(String label, Optional<String> href, Optional<String> sort) {}

    /**
     * A value.
     *
     * @param label of the value
     * @param depth how far it is indented
     * @param drill the table of the values below it; empty where it has none
     * @param figures its outcome
     */
    public record Row(String label, int depth, Optional<String> drill, Figures figures) {}

    /**
     * A table by two dimensions.
     *
     * @param caption what it shows
     * @param heads of the value, the row as a whole, and each value of the second dimension
     * @param rows a value of the first dimension each
     * @param note what is left out; empty for nothing
     */
    public record Matrix(String caption, List<Head> heads, List<MatrixRow> rows, String note) {}

    /**
     * A value of the first dimension.
     *
     * @param label of the value
     * @param depth how far it is indented
     * @param all its outcome
     * @param cells its outcomes with each value of the second dimension; empty where there is no issue
     */
    public record MatrixRow(String label, int depth, Figures all, List<Optional<Figures>> cells) {}

    /**
     * A small chart of one value among others of the same scale.
     *
     * @param heading the value, leading to its issues
     * @param chart over time; empty where the other dimension is not time, or there are too few issues
     * @param bars the rates of the values of the other dimension, where it is not time
     */
    public record Multiple(PageLink heading, Optional<LineChart> chart, List<Bar> bars) {}

    /**
     * A rate with its value.
     */
    public record Bar(String label, Figures figures) {}
}
