package org.precedent.web.search;

import java.util.List;
import java.util.Set;
import org.precedent.web.http.BasePath;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.standard.processor.StandardXmlNsTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;

/**
 * Thymeleaf attribute {@code facet:rows="${facet.rows()}"} of a list: fills it with one item for each {@link FacetView.Row}. A page of
 * results has some sixty rows, which as template elements took a third of its rendering time.
 */
public final class FacetRows extends AbstractProcessorDialect {
    private static final String PREFIX = "facet";

    /** The same as Thymeleaf's own text attributes. */
    private static final int PRECEDENCE = 1300;

    private final BasePath base;

    /**
     * The dialect, for the engine of all pages.
     *
     * @param base put before the path of every link
     */
    public FacetRows(BasePath base) {
        super("Facet rows", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
        this.base = base;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Attribute(prefix, base), new StandardXmlNsTagProcessor(TemplateMode.HTML, prefix));
    }

    private static final class Attribute extends AbstractAttributeTagProcessor {
        private static final int USUAL_LENGTH = 256;

        private final BasePath base;

        Attribute(String prefix, BasePath base) {
            super(TemplateMode.HTML, prefix, null, false, "rows", true, PRECEDENCE, true);
            this.base = base;
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String value,
                IElementTagStructureHandler handler) {
            var expression = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, value);
            if (!(expression.execute(context) instanceof List<?> rows)) {
                throw new IllegalArgumentException(value + ": expected a list of facet rows");
            }
            var html = new StringBuilder(rows.size() * USUAL_LENGTH);
            for (var row : rows) {
                append((FacetView.Row) row, html);
            }
            handler.setBody(html.toString(), false);
        }

        private void append(FacetView.Row row, StringBuilder html) {
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
            // of the characters of an address only the ampersand means something here, and only before a name of
            // HTML's: &not
            html.append("<a href=\"")
                    .append(base.toExternal(row.href()).replace("&not.", "&amp;not."))
                    .append("\">")
                    .append(label);
            if (row.showsCount()) {
                html.append(" <b>").append(row.issues()).append("</b>");
            }
            if (!row.isExcludable()) {
                html.append("<span class=\"hidden\">")
                        .append(row.screenReaderText())
                        .append("</span>");
            }
            html.append("</a>");
        }

        private static String escaped(String text) {
            return EscapedAttributeUtils.escapeAttribute(TemplateMode.HTML, text);
        }
    }
}
