package org.precedent.web.search;

import org.precedent.web.http.BasePath;
import org.precedent.web.view.ListDialect;

/**
 * Thymeleaf attribute {@code facet:rows="${facet.rows()}"} of a list element: fills it with one item per {@link FacetView.Row}. A results
 * page has about sixty rows, which took a third of its rendering time as template elements.
 */
public final class FacetRows extends ListDialect<FacetView.Row> {
    private final BasePath base;

    /**
     * Creates the dialect.
     *
     * @param base prefixed to the path of every link
     */
    public FacetRows(BasePath base) {
        super("Facet rows", "facet", "rows", FacetView.Row.class);
        this.base = base;
    }

    @Override
    protected void append(FacetView.Row row, StringBuilder html) {
        var style = row.cssClass();
        html.append(style.isEmpty() ? "<li>" : "<li class=\"" + style + "\">");
        var label = escaped(row.label());
        if (row.hasResults()) {
            appendLink(row, label, html);
        } else {
            html.append("<span>").append(label).append(" <b>0</b></span>");
        }
        if (row.isExcludable()) {
            html.append("<button name=\"")
                    .append(escaped(row.exclusion().name()))
                    .append("\" value=\"")
                    .append(escaped(row.exclusion().value()))
                    .append("\" title=\"Exclude ")
                    .append(label)
                    .append("\"></button>");
        }
        html.append("</li>");
    }

    private void appendLink(FacetView.Row row, String label, StringBuilder html) {
        html.append("<a href=\"");
        appendAddress(base.toExternal(row.href()), html);
        html.append("\">").append(label);
        if (row.showsCount()) {
            html.append(" <b>").append(escaped(row.issues())).append("</b>");
        }
        if (!row.isExcludable()) {
            html.append("<span class=\"hidden\">")
                    .append(row.screenReaderText())
                    .append("</span>");
        }
        html.append("</a>");
    }
}
