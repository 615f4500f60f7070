package org.precedent.document.pdf;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.precedent.document.Deadline;

/**
 * Takes the lines of a PDF's pages, each with its height on the page. PDFBox's own idea of a paragraph follows indents and
 * ends up parting every line of some letters, so paragraphs are told by {@link Paragraphs} from the heights instead.
 */
final class PageLines extends PDFTextStripper {
    /**
     * A line of print.
     *
     * @param text without blanks at its end; may be empty
     * @param y distance of its base line from the top of the page, in points
     */
    record Line(String text, float y) {}

    private final Deadline deadline;
    private final List<List<Line>> pages = new ArrayList<>();
    private final Overprints printed = new Overprints();
    private final StringBuilder line = new StringBuilder();
    private List<Line> page = new ArrayList<>();
    private float y;
    private int operators;
    private int characters;

    private PageLines(Deadline deadline) {
        this.deadline = deadline;
        setSortByPosition(true);
        setSuppressDuplicateOverlappingText(false);
    }

    /**
     * The lines of each page, from top to bottom; what stands side by side makes one line.
     */
    static List<List<Line>> of(PDDocument document, Deadline deadline) throws IOException {
        var lines = new PageLines(deadline);
        lines.writeText(document, new StringWriter());
        return lines.pages;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators % 256 == 0) {
            deadline.check();
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition character) {
        if (++characters % 256 == 0) {
            deadline.check();
        }
        if (!printed.isRepeated(character)) {
            super.processTextPosition(character);
        }
    }

    @Override
    public void processPage(PDPage next) throws IOException {
        printed.clear();
        super.processPage(next);
    }

    @Override
    protected void startPage(PDPage started) throws IOException {
        deadline.check();
        page = new ArrayList<>();
        pages.add(page);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        if (line.isEmpty() && !positions.isEmpty()) {
            y = positions.getFirst().getYDirAdj();
        }
        line.append(text);
    }

    @Override
    protected void writeWordSeparator() {
        line.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphSeparator() {}

    @Override
    protected void writeParagraphStart() {}

    @Override
    protected void writeParagraphEnd() {}

    @Override
    protected void writePageEnd() {
        endLine();
    }

    @Override
    protected void endArticle() {
        endLine();
    }

    private void endLine() {
        if (!line.isEmpty()) {
            page.add(new Line(line.toString().stripTrailing(), y));
            line.setLength(0);
        }
    }
}
