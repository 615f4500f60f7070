package org.precedent.web.http;

import io.javalin.http.Context;
import io.javalin.rendering.FileRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.OGNLVariableExpressionEvaluator;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.FileTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/**
 * Renders the Thymeleaf templates of one folder. Each template is parsed once, without its indentation.
 */
public final class Templates implements FileRenderer {
    private final TemplateEngine engine = new TemplateEngine();
    private final BasePath base;

    /**
     * Loads templates from a folder; each is parsed once.
     *
     * @param base prefixed to every path in a page
     * @param more dialects beyond Thymeleaf's own
     */
    public Templates(Path folder, BasePath base, IDialect... more) {
        this.base = base;
        var resolver = new WithoutIndentation();
        resolver.setPrefix(folder + "/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setCacheable(true);
        resolver.setCacheTTLMs(null);
        engine.setTemplateResolver(resolver);
        var standard = new StandardDialect();
        standard.setVariableExpressionEvaluator(new AccessorPaths(new OGNLVariableExpressionEvaluator(true)));
        var dialects = new HashSet<IDialect>(List.of(more));
        dialects.add(standard);
        if (!base.isRoot()) {
            dialects.add(new BasePathDialect());
        }
        engine.setDialects(dialects);
    }

    /**
     * Renders a template.
     *
     * @param template path without folder and extension: {@code pages/search}
     */
    public String render(String template, Map<String, ? extends @Nullable Object> model) {
        var variables = new HashMap<String, @Nullable Object>(model);
        variables.put(BasePathDialect.VARIABLE, base);
        return engine.process(template, new org.thymeleaf.context.Context(Locale.US, variables));
    }

    @Override
    public String render(String template, Map<String, ? extends @Nullable Object> model, Context ctx) {
        return render(template, model);
    }

    /** Strips the indentation from templates, which would otherwise make up a quarter of a page. */
    private static final class WithoutIndentation extends FileTemplateResolver {
        private static final Pattern INDENTATION = Pattern.compile("\\n\\s+");

        private static final String BLOCK =
                "(?:li|ul|ol|p|div|details|section|header|h[1-6]|form|table|thead|tbody|tr|td|th|dl|dt|dd|figure|blockquote|fieldset"
                        + "|summary|nav|aside|main|footer|figcaption|link|meta|script|title|legend|g|rect)\\b(?!:)";

        /** Line break before a block-level element or the end of a tag. */
        private static final Pattern BEFORE_BLOCK = Pattern.compile("(?<=>)\\n(?=</?" + BLOCK + ")|\\n(?=/?>)");

        /** Line break after the start tag of a block-level element. */
        private static final Pattern AFTER_BLOCK = Pattern.compile("(<" + BLOCK + "[^<>]*>)\\n");

        @Override
        protected ITemplateResource computeTemplateResource(
                IEngineConfiguration configuration,
                @Nullable String ownerTemplate,
                String template,
                String resourceName,
                String characterEncoding,
                @Nullable Map<String, Object> templateResolutionAttributes) {
            try {
                var text = Files.readString(Path.of(resourceName));
                var flush = INDENTATION.matcher(text).replaceAll("\n");
                var tight = BEFORE_BLOCK.matcher(flush).replaceAll("");
                return new StringTemplateResource(AFTER_BLOCK.matcher(tight).replaceAll("$1"));
            } catch (IOException e) {
                throw new UncheckedIOException(resourceName + ": template cannot be read", e);
            }
        }
    }
}
