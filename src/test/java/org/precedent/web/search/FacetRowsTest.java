package org.precedent.web.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.web.http.BasePath;
import org.precedent.web.view.HiddenField;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** The rows of a facet, parsed as a browser does, with hostile values and URLs. */
class FacetRowsTest {
    private static final String HOSTILE = "\"><script>alert(1)</script>' onclick='x' &lt;b&gt; &copy &not.x=1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search?q=a&region=Neck&not.year=2014&amp=1&copy=2&lt=3",
                "/search?q=\"><script>alert(1)</script>",
                "/search?q=a&lt;b&gt;c&#60;d&copy&not",
                "/search?q=a&notit;&reg.x=1&",
                "?q=%22%3E%3Cb%3E&sort=newest"
            })
    void addressIsReadBackAsItWasGiven(String address) {
        var item = item(row("Neck", FacetView.State.CHOSEN, address));
        assertEquals(address, item.select("a").attr("href"));
        assertEquals(0, item.select("script").size(), item.outerHtml());
    }

    @ParameterizedTest
    @EnumSource(FacetView.State.class)
    void hostileValueStaysText(FacetView.State state) {
        var item = item(row(HOSTILE, state, "/search?region=x"));
        assertTrue(item.text().startsWith(HOSTILE), item.outerHtml());
        assertEquals(0, item.select("script, [onclick]").size(), item.outerHtml());
        for (var button : item.select("button")) {
            assertEquals(HOSTILE, button.attr("value"));
            assertEquals("Exclude " + HOSTILE, button.attr("title"));
        }
    }

    @Test
    void pathsAreBelowTheBasePath() {
        var row = row("Neck", FacetView.State.OFFERED, "/search?region=Neck");
        assertEquals(
                "/imr/search?region=Neck",
                item(row, BasePath.ofPublicUrl("https://example.org/imr"))
                        .select("a")
                        .attr("href"));
        assertFalse(item(row).select("button").isEmpty());
    }

    private static FacetView.Row row(String label, FacetView.State state, String href) {
        return new FacetView.Row(label, 0, "12", "3 determinations", state, href, new HiddenField("not.region", label));
    }

    private static Element item(FacetView.Row row) {
        return item(row, BasePath.ROOT);
    }

    private static Element item(FacetView.Row row, BasePath base) {
        var engine = new TemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        engine.addDialect(new FacetRows(base));
        var page = engine.process(
                "<ul facet:rows=\"${rows}\"></ul>", new Context(Locale.ROOT, Map.of("rows", List.of(row))));
        var items = Jsoup.parse(page).select("ul > li");
        assertEquals(1, items.size(), page);
        return items.get(0);
    }
}
