package org.precedent.document.word;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the text of one part of a Word document in its latest revision: paragraphs, cells of a table row side by side, text boxes before
 * the paragraph they are anchored in, notes after the paragraph that refers to them. Hidden, deleted and moved text is left out and
 * counted.
 */
final class WordText implements WordXml.Handler {
    /** Unicode paragraph separator. */
    private static final char PARAGRAPH = '\u2029';

    private final WordStyles styles;
    private final WordNumbering numbering;
    private final Map<String, WordNotes> notes;
    private final StringBuilder noted = new StringBuilder();
    private final Deque<Paragraph> outer = new ArrayDeque<>();
    private final Deque<StringBuilder> boxes = new ArrayDeque<>();
    private Paragraph paragraph = new Paragraph();
    private StringBuilder text = new StringBuilder();
    private int cells;
    private int unwanted;
    private int removed;
    private boolean inWords;
    private boolean hiddenRun;
    private int properties;
    private int leftOut;
    private int paragraphs;
    private int empty;

    /** The state of the paragraph being read. */
    private static final class Paragraph {
        private int start;
        private boolean numbered;
        private boolean markRemoved;
        private boolean leftOut;
        private String style = "";
        private Optional<Integer> list = Optional.empty();
        private Optional<Integer> level = Optional.empty();
    }

    WordText(WordStyles styles, WordNumbering numbering) {
        this(styles, numbering, Map.of());
    }

    /**
     * Creates a handler for text that may refer to notes.
     *
     * @param notes notes by type: {@code footnote}, {@code endnote}
     */
    WordText(WordStyles styles, WordNumbering numbering, Map<String, WordNotes> notes) {
        this.styles = styles;
        this.numbering = numbering;
        this.notes = notes;
    }

    /** Returns the number of letters and digits left out because they are not visible to a reader. */
    int omittedCharacters() {
        return leftOut;
    }

    @Override
    public void start(WordXml.Element element) {
        if (properties > 0) {
            property(element);
            return;
        }
        switch (element.name()) {
            case "p" -> beginParagraph();
            case "r" -> hiddenRun = false;
            case "t", "delText" -> inWords = true;
            case "tab", "ptab" -> append("\t");
            case "br", "cr" -> append(element.value("type").equals("page") ? "\f" : "\n");
            case "noBreakHyphen" -> append("-");
            case "sym" -> append(symbol(element.value("char")));
            case "footnoteReference" -> refer("footnote", element.value("id"));
            case "endnoteReference" -> refer("endnote", element.value("id"));
            case "tc" -> cells++;
            case "Fallback" -> unwanted++;
            case "del", "moveFrom" -> removed++;
            case "pPr", "rPr" -> properties++;
            case "txbxContent" -> beginBox();
            default -> {}
        }
    }

    /** Handles a property of a paragraph or run. */
    private void property(WordXml.Element element) {
        switch (element.name()) {
            case "pPr", "rPr" -> properties++;
            case "pStyle" -> paragraph.style = properties == 1 ? element.value("val") : paragraph.style;
            case "rStyle" -> hiddenRun |= properties == 1 && styles.hides(element.value("val"));
            case "vanish" -> hiddenRun = properties == 1 ? element.isOn() : hiddenRun;
            case "numId" -> paragraph.list = current(element).or(() -> paragraph.list);
            case "ilvl" -> paragraph.level = current(element).or(() -> paragraph.level);
            case "del", "moveFrom" -> paragraph.markRemoved |= properties == 2;
            default -> {}
        }
    }

    /** Tracked changes keep former properties nested inside the current ones; these are ignored. */
    private Optional<Integer> current(WordXml.Element element) {
        return properties == 1 ? Optional.of(element.number("val", 0)) : Optional.empty();
    }

    @Override
    public void characters(String characters) {
        if (inWords) {
            append(characters);
        }
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "pPr", "rPr" -> properties--;
            case "p" -> endParagraph();
            case "t", "delText" -> inWords = false;
            case "tc" -> {
                cells--;
                text.append("  ");
            }
            case "tr" -> text.append('\n');
            case "Fallback" -> unwanted--;
            case "del", "moveFrom" -> removed -= properties == 0 ? 1 : 0;
            case "txbxContent" -> endBox();
            default -> {}
        }
    }

    private void beginParagraph() {
        paragraph = new Paragraph();
        paragraph.start = text.length();
    }

    private void endParagraph() {
        boolean isEmpty = text.length() == paragraph.start;
        if (unwanted > 0 || (isEmpty && paragraph.leftOut)) {
            return;
        }
        if (cells > 0) {
            text.append(' ');
        } else if (!paragraph.markRemoved) {
            paragraphs++;
            empty += isEmpty ? 1 : 0;
            text.append(PARAGRAPH).append(noted);
            noted.setLength(0);
        }
    }

    /** A note becomes a paragraph of its own, because it would interrupt the sentence that refers to it. */
    private void refer(String kind, String id) {
        if (unwanted == 0 && removed == 0 && !hiddenRun) {
            notes.getOrDefault(kind, WordNotes.NONE)
                    .text(id)
                    .filter(note -> !note.isEmpty())
                    .ifPresent(note -> noted.append('[')
                            .append(kind.equals("footnote") ? "Footnote" : "Endnote")
                            .append(": ")
                            .append(note)
                            .append(']')
                            .append(PARAGRAPH));
        }
    }

    private void append(String words) {
        if (unwanted > 0) {
            return;
        }
        if (removed > 0 || hiddenRun || styles.hides(paragraph.style)) {
            paragraph.leftOut = true;
            leftOut +=
                    (int) words.codePoints().filter(Character::isLetterOrDigit).count();
            return;
        }
        number();
        text.append(words);
    }

    /** Numbers are added just before the first text of a paragraph, because the number of an empty paragraph means nothing. */
    private void number() {
        if (!paragraph.numbered) {
            paragraph.numbered = true;
            var list = paragraph.list.or(() -> styles.list(paragraph.style)).filter(l -> l > 0);
            list.flatMap(l -> numbering.next(l, paragraph.level.orElseGet(() -> styles.level(paragraph.style))))
                    .ifPresent(number -> text.append(number).append(' '));
        }
    }

    private void beginBox() {
        outer.push(paragraph);
        boxes.push(text);
        text = new StringBuilder();
    }

    private void endBox() {
        var box = text;
        text = boxes.pop();
        paragraph = outer.pop();
        text.insert(paragraph.start, box);
        paragraph.start += box.length();
    }

    /** Converts check boxes of the Wingdings fonts; other symbols are decoration. */
    private static String symbol(String code) {
        return switch (code.toUpperCase(java.util.Locale.ROOT)) {
            case "F0FE", "F0FD", "F052", "F054", "F078" -> "\u2612";
            case "F0A8", "F06F", "F0A3" -> "\u2610";
            default -> "";
        };
    }

    /**
     * Returns the text. If the document separates paragraphs by empty ones, lines are kept as they are; if it relies on paragraph spacing,
     * an empty line is added after each paragraph.
     */
    String layout() {
        return text.append(noted)
                .toString()
                .replace(Character.toString(PARAGRAPH), empty * 10 > paragraphs ? "\n" : "\n\n");
    }
}
