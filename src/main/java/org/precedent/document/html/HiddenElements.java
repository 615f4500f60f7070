package org.precedent.document.html;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Selector;

/**
 * Removes the elements of a page that a browser does not show: by the {@code hidden} attribute, by inline style, by the page's
 * own style sheet; and deleted text. Of style sheets, rules outside {@code @media} and similar rules count, the last one wins.
 */
final class HiddenElements {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern DISPLAY =
            Pattern.compile("(?:^|;)\\s*(display|visibility|mso-hide)\\s*:\\s*([\\w-]+)");

    /** Rules beyond which a style sheet is not evaluated; each costs a walk over the page. */
    private static final int MOST_RULES = 200;

    private final Document page;
    private final IdentityHashMap<Element, Boolean> hidden = new IdentityHashMap<>();

    private HiddenElements(Document page) {
        this.page = page;
    }

    /**
     * Removes them.
     *
     * @return letters and digits that were removed with them
     */
    static int remove(Document page) {
        var elements = new HiddenElements(page);
        elements.applyAttributes();
        elements.applyStyleSheets();
        elements.applyInlineStyles();
        return elements.remove();
    }

    private void applyAttributes() {
        page.select("[hidden], del, dialog:not([open])").forEach(element -> hidden.put(element, true));
    }

    private void applyStyleSheets() {
        int rules = 0;
        for (var style : page.select("style")) {
            var rule = RULE.matcher(withoutAtRules(COMMENT.matcher(style.data()).replaceAll("")));
            while (rules < MOST_RULES && rule.find()) {
                rules += apply(rule.group(1), rule.group(2)) ? 1 : 0;
            }
        }
    }

    private boolean apply(String selector, String declarations) {
        var display = DISPLAY.matcher(declarations.toLowerCase(Locale.ROOT));
        boolean applies = display.find();
        if (applies) {
            try {
                boolean hides = hides(display.group(1), display.group(2));
                page.select(selector.strip()).forEach(element -> hidden.put(element, hides));
            } catch (Selector.SelectorParseException | IllegalArgumentException e) {
                return true;
            }
        }
        return applies;
    }

    /** What stands in the braces of {@code @media}, {@code @page} and their like, and the lines of {@code @import}. */
    private static String withoutAtRules(String sheet) {
        var kept = new StringBuilder();
        int depth = 0;
        boolean at = false;
        for (int i = 0; i < sheet.length(); i++) {
            char c = sheet.charAt(i);
            at |= c == '@' && depth == 0;
            if (!at) {
                kept.append(c);
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            at &= depth > 0 || (c != '}' && c != ';');
        }
        return kept.toString();
    }

    private void applyInlineStyles() {
        for (var element : page.select("[style]")) {
            var display = DISPLAY.matcher(element.attr("style").toLowerCase(Locale.ROOT));
            while (display.find()) {
                hidden.put(element, hides(display.group(1), display.group(2)));
            }
        }
    }

    private static boolean hides(String property, String value) {
        return switch (property) {
            case "display" -> value.equals("none");
            case "visibility" -> value.equals("hidden") || value.equals("collapse");
            default -> value.equals("all");
        };
    }

    private int remove() {
        int letters = 0;
        for (var entry : hidden.entrySet()) {
            var element = entry.getKey();
            if (entry.getValue()
                    && element.parent() != null
                    && !element.normalName().equals("body")) {
                letters += letters(element);
                element.remove();
            }
        }
        return letters;
    }

    private static int letters(Element element) {
        var count = new int[1];
        element.traverse((node, depth) -> {
            if (node instanceof TextNode words) {
                count[0] += (int) words.getWholeText()
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .count();
            }
        });
        return count[0];
    }
}
