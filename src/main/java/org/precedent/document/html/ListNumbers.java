package org.precedent.document.html;

import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.precedent.document.text.ListNumber;

/**
 * The automatic numbers of the items of ordered lists, as a browser shows them: {@code "2. "}.
 */
final class ListNumbers {
    private static final Pattern INTEGER = Pattern.compile("\\s*-?\\d{1,8}\\s*");
    private static final Pattern STYLE = Pattern.compile("list-style(?:-type)?\\s*:\\s*([\\w-]+)");

    private final IdentityHashMap<Element, Integer> next = new IdentityHashMap<>();

    /**
     * The number of the next item of a page; empty for an item of another list, or of one that shows none.
     */
    Optional<String> label(Element item) {
        var list = item.parent();
        return list == null || !list.normalName().equals("ol")
                ? Optional.empty()
                : format(list).map(format -> format.format(number(item, list)) + ". ");
    }

    private int number(Element item, Element list) {
        int number = integer(item, "value").orElseGet(() -> next.computeIfAbsent(list, ListNumbers::start));
        next.put(list, number + (list.hasAttr("reversed") ? -1 : 1));
        return number;
    }

    private static int start(Element list) {
        return integer(list, "start")
                .orElseGet(() -> list.hasAttr("reversed")
                        ? (int) list.children().stream()
                                .filter(e -> e.normalName().equals("li"))
                                .count()
                        : 1);
    }

    private static Optional<Integer> integer(Element element, String attribute) {
        var value = element.attr(attribute);
        return INTEGER.matcher(value).matches() ? Optional.of(Integer.valueOf(value.strip())) : Optional.empty();
    }

    private static Optional<ListNumber> format(Element list) {
        var style = STYLE.matcher(list.attr("style"));
        return switch (style.find() ? style.group(1) : list.attr("type")) {
            case "none", "disc", "circle", "square" -> Optional.empty();
            case "a", "lower-alpha", "lower-latin" -> Optional.of(ListNumber.LOWER_LETTER);
            case "A", "upper-alpha", "upper-latin" -> Optional.of(ListNumber.UPPER_LETTER);
            case "i", "lower-roman" -> Optional.of(ListNumber.LOWER_ROMAN);
            case "I", "upper-roman" -> Optional.of(ListNumber.UPPER_ROMAN);
            default -> Optional.of(ListNumber.DECIMAL);
        };
    }
}
