package org.precedent.web.view;

import java.util.List;
import java.util.Set;
import org.precedent.search.Snippet.Piece;
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
 * Thymeleaf attribute {@code pr:pieces="${snippet.pieces()}"}: prints the text of the pieces, escaped, with those that
 * satisfied the query in {@code mark} elements, and those near in meaning to its words in fainter ones. A page has hundreds of pieces; template elements for each took a third of its
 * time.
 */
public final class MarkedPieces extends AbstractProcessorDialect {
    private static final String PREFIX = "pr";

    /** As late as the template's own texts. */
    private static final int PRECEDENCE = 1300;

    /** The dialect, for the engine of all pages. */
    public MarkedPieces() {
        super("Marked pieces", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Attribute(prefix), new StandardXmlNsTagProcessor(TemplateMode.HTML, prefix));
    }

    private static final class Attribute extends AbstractAttributeTagProcessor {
        Attribute(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "pieces", true, PRECEDENCE, true);
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
            if (!(expression.execute(context) instanceof List<?> pieces)) {
                throw new IllegalArgumentException(value + " is no list of pieces");
            }
            handler.setBody(html(pieces), false);
        }

        private static String html(List<?> pieces) {
            var html = new StringBuilder();
            for (var piece : pieces) {
                var one = (Piece) piece;
                var text = escaped(one.text());
                if (one.hit()) {
                    html.append("<mark>").append(text).append("</mark>");
                } else if (one.near().isPresent()) {
                    html.append("<mark class=\"near\" title=\"near ")
                            .append(escaped(one.near().get()))
                            .append("\">")
                            .append(text)
                            .append("</mark>");
                } else {
                    html.append(text);
                }
            }
            return html.toString();
        }

        private static String escaped(String text) {
            return EscapedAttributeUtils.escapeAttribute(TemplateMode.HTML, text);
        }
    }
}
