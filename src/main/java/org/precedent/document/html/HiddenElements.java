package org.precedent.document.html;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Selector;

/**
 * Removes deleted text and elements that a browser would not show: those hidden by the {@code hidden} attribute, by a closed {@code
 * dialog}, by inline style or by the page's own style sheets. That includes text of zero size, text moved far off the page and, in inline
 * styles, zero opacity. Rules inside {@code @media} and other at-rules are ignored; otherwise the last matching rule wins, whatever its
 * specificity, and inline styles override style sheets.
 */
final class HiddenElements {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Set<String> SWITCHES = Set.of("display", "visibility", "mso-hide");
    private static final Pattern DECLARED = Pattern.compile(
            "(?:^|;)\\s*(display|visibility|mso-hide|opacity|font-size|text-indent|left|top)\\s*:\\s*([\\w.-]+)");

    /** Offsets that move an element completely off the page, to the left or above. */
    private static final Pattern OFF_PAGE =
            Pattern.compile("-(?:\\d{4,}|[5-9]\\d\\d|[1-4]\\d\\d(?=em|rem))(?:\\.\\d*)?(?:px|em|rem|pt)?");

    private static final Pattern NOTHING = Pattern.compile("0*(?:\\.0*)?(?:px|pt|em|rem|%)?");

    /** Maximum number of style rules evaluated; each requires a pass over the page. */
    private static final int MAX_RULES = 200;

    private final Document page;
    private final IdentityHashMap<Element, Boolean> hidden = new IdentityHashMap<>();

    private HiddenElements(Document page) {
        this.page = page;
    }

    /**
     * Removes the hidden elements from the page.
     *
     * @return the number of letters and digits removed
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
            while (rules < MAX_RULES && rule.find()) {
                rules += apply(rule.group(1), rule.group(2)) ? 1 : 0;
            }
        }
    }

    private boolean apply(String selector, String declarations) {
        // pages that fade in start transparent in the style sheet and are made visible by a script
        var hides = hides(declarations.replaceAll("(?i)opacity", "ignored"));
        if (hides.isPresent()) {
            try {
                page.select(selector.strip()).forEach(element -> hidden.put(element, hides.get()));
            } catch (Selector.SelectorParseException | IllegalArgumentException e) {
                return true;
            }
        }
        return hides.isPresent();
    }

    /** Whether declarations hide an element (true) or show it (false); empty if they do neither. Some properties can only hide. */
    private static Optional<Boolean> hides(String declarations) {
        var declared = DECLARED.matcher(declarations.toLowerCase(Locale.ROOT));
        Optional<Boolean> hides = Optional.empty();
        boolean isNothing = false;
        while (declared.find()) {
            boolean does = hides(declared.group(1), declared.group(2));
            if (SWITCHES.contains(declared.group(1))) {
                hides = Optional.of(does);
            } else {
                isNothing |= does;
            }
        }
        return isNothing ? Optional.of(true) : hides;
    }

    /** Removes at-rules such as {@code @media} and {@code @page} with their blocks, and {@code @import} lines. */
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
            hides(element.attr("style")).ifPresent(hides -> hidden.put(element, hides));
        }
    }

    private static boolean hides(String property, String value) {
        return switch (property) {
            case "display" -> value.equals("none");
            case "visibility" -> value.equals("hidden") || value.equals("collapse");
            case "opacity", "font-size" -> NOTHING.matcher(value).matches();
            case "text-indent", "left", "top" -> OFF_PAGE.matcher(value).matches();
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
