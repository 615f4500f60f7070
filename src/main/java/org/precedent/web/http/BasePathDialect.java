package org.precedent.web.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Thymeleaf dialect that prefixes the base path to every root-relative {@code href}, {@code src}, {@code action} and {@code formaction}
 * in the rendered page, and exposes it to scripts as {@code <html data-base>}.
 */
final class BasePathDialect implements IPostProcessorDialect {
    /** Template variable that holds the {@link BasePath}. */
    static final String VARIABLE = "basePath";

    private static final int PRECEDENCE = 1_000;

    @Override
    public String getName() {
        return "Base path";
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return PRECEDENCE;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, Prefixing.class, PRECEDENCE));
    }

    /** Rewrites one page. Thymeleaf creates an instance per page. */
    public static final class Prefixing extends AbstractTemplateHandler {
        private static final Set<String> ADDRESSES = Set.of("href", "action", "formaction", "src");

        private @Nullable ITemplateContext context;
        private BasePath base = BasePath.ROOT;

        @Override
        public void setContext(ITemplateContext context) {
            super.setContext(context);
            this.context = context;
            if (context.getVariable(VARIABLE) instanceof BasePath held) {
                base = held;
            }
        }

        @Override
        public void handleOpenElement(IOpenElementTag tag) {
            super.handleOpenElement(prefixed(tag));
        }

        @Override
        public void handleStandaloneElement(IStandaloneElementTag tag) {
            super.handleStandaloneElement(prefixed(tag));
        }

        private <T extends IProcessableElementTag> T prefixed(T tag) {
            if (context == null) {
                return tag;
            }
            var created = context.getModelFactory();
            var result = tag;
            for (var attribute : tag.getAllAttributes()) {
                var name = attribute.getAttributeCompleteName();
                var value = attribute.getValue();
                if (ADDRESSES.contains(name) && value != null) {
                    result = created.setAttribute(result, name, base.toExternal(value));
                }
            }
            return tag.getElementCompleteName().equals("html")
                    ? created.setAttribute(result, "data-base", base.prefix())
                    : result;
        }
    }
}
