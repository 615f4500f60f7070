package org.precedent.document.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.precedent.document.Caveat;
import org.precedent.document.Extracted.Text;
import org.precedent.document.text.ListNumber;
import org.precedent.document.text.PlainText;

/**
 * Extracts the text of an HTML page, laid out as a browser would: block elements on separate lines, paragraphs separated by an empty line,
 * cells of a table row side by side, items of ordered lists with their numbers. Text that a browser would not show is left out.
 */
public final class HtmlReader implements NodeVisitor {
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "pre", "section", "hr");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> UNRENDERED = Set.of("script", "style", "noscript", "template", "title");

    private final StringBuilder text = new StringBuilder();
    private final ListNumbers numbers = new ListNumbers();
    private int unrenderedDepth;
    private int verbatim;
    private int rows;

    private HtmlReader() {}

    /**
     * Extracts the text of a page.
     */
    public static Text read(byte[] bytes) {
        return read(decode(bytes));
    }

    /**
     * Decodes a page in the encoding that it declares or that its bytes suggest.
     */
    public static PlainText decode(byte[] bytes) {
        return HtmlCharset.decode(bytes);
    }

    /**
     * Extracts the text of a page that is already decoded.
     */
    public static Text read(PlainText decoded) {
        var caveats = new ArrayList<>(decoded.caveats());
        var page = Jsoup.parse(decoded.text());
        int hidden = HiddenElements.remove(page);
        if (hidden > 0) {
            caveats.add(new Caveat(
                    Caveat.Kind.HIDDEN_TEXT,
                    "the page holds " + hidden + " characters of hidden or deleted text, which were left out"));
        }
        var reader = new HtmlReader();
        page.body().traverse(reader);
        return new Text(reader.text.toString(), false, caveats);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words && unrenderedDepth == 0) {
            append(words);
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    private void append(TextNode words) {
        if (verbatim > 0) {
            text.append(words.getWholeText());
            return;
        }
        var folded = words.text();
        boolean atStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(atStart ? folded.stripLeading() : folded);
    }

    private void open(Element element) {
        var name = element.normalName();
        unrenderedDepth += UNRENDERED.contains(name) ? 1 : 0;
        verbatim += name.equals("pre") ? 1 : 0;
        if (name.equals("br")) {
            text.append(rows == 0 ? '\n' : ' ');
        } else {
            startNewLines(element, name);
        }
        if (name.equals("li")) {
            numbers.label(element).ifPresent(text::append);
        }
        rows += isOneLineRow(element) ? 1 : 0;
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            var name = element.normalName();
            unrenderedDepth -= UNRENDERED.contains(name) ? 1 : 0;
            verbatim -= name.equals("pre") ? 1 : 0;
            rows -= isOneLineRow(element) ? 1 : 0;
            if (CELLS.contains(name)) {
                text.append("  ");
            } else {
                startNewLines(element, name);
            }
        }
    }

    private void startNewLines(Element element, String name) {
        if (rows > 0) {
            return;
        }
        if (PARAGRAPHS.contains(name)) {
            newLines(2);
        } else if (element.isBlock() && !CELLS.contains(name)) {
            newLines(1);
        }
    }

    /**
     * Whether a table row becomes one line: rows of a data table do, rows of a layout table, whose cells contain block elements, do not.
     */
    private static boolean isOneLineRow(Element element) {
        return element.normalName().equals("tr") && element.children().stream().allMatch(HtmlReader::isOneParagraph);
    }

    private static boolean isOneParagraph(Element cell) {
        var inner = cell;
        while (inner.childrenSize() == 1 && inner.child(0).isBlock()) {
            inner = inner.child(0);
        }
        return inner.children().stream().noneMatch(Element::isBlock);
    }

    private void newLines(int wanted) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        for (int have = newLinesAtEnd(); have < wanted && !text.isEmpty(); have++) {
            text.append('\n');
        }
    }

    private int newLinesAtEnd() {
        int count = 0;
        while (count < text.length() && text.charAt(text.length() - 1 - count) == '\n') {
            count++;
        }
        return count;
    }

    /**
     * Numbers the items of ordered lists as a browser would: {@code "2. "}.
     */
    private static final class ListNumbers {
        private static final Pattern INTEGER = Pattern.compile("\\s*-?\\d{1,8}\\s*");
        private static final Pattern STYLE = Pattern.compile("list-style(?:-type)?\\s*:\\s*([\\w-]+)");

        private final IdentityHashMap<Element, Integer> next = new IdentityHashMap<>();

        /**
         * Returns the number of the next list item in document order; empty if its list is not ordered or shows no numbers.
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

    /**
     * Decodes an HTML page by the rules of the HTML standard: a byte order mark takes precedence, then the declared charset, where UTF-16
     * is read as UTF-8 and Latin-1 as Windows-1252. A page that declares no charset, or UTF-8, is decoded like plain text.
     *
     * <p>Source: <a href="https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding">HTML, Determining
     * the character encoding</a>.
     */
    private static final class HtmlCharset {
        /** Browsers search the first 1024 bytes for the declaration; some office programs write more in front of it. */
        private static final int MAX_SEARCHED = 4096;

        private static final Pattern DECLARATION =
                Pattern.compile("<(?:meta|\\?xml)[^>]{0,300}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)");

        private static final Pattern UNICODE = Pattern.compile("utf|ucs|unicode");

        private HtmlCharset() {}

        static PlainText decode(byte[] bytes) {
            var head = new String(bytes, 0, Math.min(bytes.length, MAX_SEARCHED), ISO_8859_1);
            var declared =
                    head.indexOf('\0') >= 0 ? Optional.<Charset>empty() : declared(head.toLowerCase(Locale.ROOT));
            return declared.map(charset -> new PlainText(new String(bytes, charset), 0))
                    .orElseGet(() -> PlainText.decode(bytes));
        }

        /** Returns the charset declared; empty if there is no usable declaration or the bytes identify the encoding more reliably. */
        private static Optional<Charset> declared(String head) {
            var declaration = DECLARATION.matcher(head);
            if (hasMark(head) || !declaration.find()) {
                return Optional.empty();
            }
            var name = declaration.group(1);
            if (UNICODE.matcher(name).lookingAt()) {
                return Optional.empty();
            }
            return switch (name) {
                case "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "cp1252" -> named("windows-1252");
                default -> named(name);
            };
        }

        private static boolean hasMark(String head) {
            return head.startsWith("\u00ef\u00bb\u00bf")
                    || head.startsWith("\u00ff\u00fe")
                    || head.startsWith("\u00fe\u00ff");
        }

        private static Optional<Charset> named(String name) {
            try {
                return Optional.of(Charset.forName(name));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                return Optional.empty();
            }
        }
    }
}
