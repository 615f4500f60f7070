package org.precedent.web.view;

import java.util.List;
import java.util.Set;
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
 * Thymeleaf dialect of one attribute, whose expression yields a list; the element's body becomes the HTML of the list's items, written in
 * Java. Meant for lists so long that a template element for each item takes a large part of the page's rendering time.
 *
 * @param <T> type of the items
 */
public abstract class ListDialect<T> extends AbstractProcessorDialect {
    /** Same precedence as Thymeleaf's own text attributes. */
    private static final int PRECEDENCE = 1300;

    private static final int INITIAL_CAPACITY = 64;

    private final String attribute;
    private final Class<T> type;

    /**
     * Creates a dialect with the attribute {@code prefix:attribute}.
     *
     * @param name dialect name, used in Thymeleaf's messages
     * @param prefix part of the attribute name before the colon
     * @param attribute part of the attribute name after the colon
     * @param type type of the list items
     */
    protected ListDialect(String name, String prefix, String attribute, Class<T> type) {
        super(name, prefix, StandardDialect.PROCESSOR_PRECEDENCE);
        this.attribute = attribute;
        this.type = type;
    }

    /**
     * Appends one item as HTML.
     *
     * @param item item of the list
     * @param html output so far
     */
    protected abstract void append(T item, StringBuilder html);

    /** Escapes a text for use in an element or a quoted attribute. */
    protected static String escaped(String text) {
        return EscapedAttributeUtils.escapeAttribute(TemplateMode.HTML, text);
    }

    /**
     * Appends a URL as the value of a quoted attribute. An ampersand before an alphanumeric parameter name is not escaped: in an attribute,
     * HTML parses no character reference where the name continues or is followed by an equals sign, and a page has hundreds of them.
     */
    protected static void appendAddress(String address, StringBuilder html) {
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

    @Override
    public final Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Processor(prefix), new StandardXmlNsTagProcessor(TemplateMode.HTML, prefix));
    }

    private final class Processor extends AbstractAttributeTagProcessor {
        Processor(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, attribute, true, PRECEDENCE, true);
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
            if (!(expression.execute(context) instanceof List<?> items)) {
                throw new IllegalArgumentException(
                        name + "=\"" + value + "\": expected an expression that yields a list");
            }
            var html = new StringBuilder(items.size() * INITIAL_CAPACITY);
            for (var item : items) {
                append(type.cast(item), html);
            }
            handler.setBody(html.toString(), false);
        }
    }
}
