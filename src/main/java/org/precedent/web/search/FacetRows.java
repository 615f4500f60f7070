package org.precedent.web.search;

import org.precedent.web.http.BasePath;
import org.precedent.web.view.ListDialect;

/**
 * Thymeleaf attribute {@code facet:rows="${facet.rows()}"} of a list: fills it with one item for each {@link FacetView.Row}. A page of
 * results has some sixty rows, which as template elements took a third of its rendering time.
 */
public final class FacetRows extends ListDialect<FacetView.Row> {
    private final BasePath base;

    /**
     * The dialect, for the engine of all pages.
     *
     * @param base put before the path of every link
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

    /**
     * Writes an address as the value of a quoted attribute. An ampersand before a parameter of letters and digits stays as it is: HTML
     * reads no character reference where a name runs on or is followed by an equals sign, and a page has hundreds of them.
     */
    private static void appendAddress(String address, StringBuilder html) {
        for (var at = 0; at < address.length(); at++) {
            var character = address.charAt(at);
            switch (character) {
                case '&' -> html.append(startsParameter(address, at + 1) ? "&" : "&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                default -> html.append(character);
            }
        }
    }

    private static boolean startsParameter(String address, int from) {
        var end = from;
        while (end < address.length() && isLetterOrDigit(address.charAt(end))) {
            end++;
        }
        return end > from && end < address.length() && address.charAt(end) == '=';
    }

    private static boolean isLetterOrDigit(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }
}
