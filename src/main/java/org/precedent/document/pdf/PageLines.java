package org.precedent.document.pdf;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.state.SetLineWidth;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.precedent.document.Deadline;
import org.precedent.document.pdf.TextRun.SimpleFont;

/**
 * Extracts the lines of the pages of a PDF, with their vertical positions and without invisible text. PDFBox's own paragraph detection
 * relies on indentation and splits some determinations at every line, so {@link Paragraphs} detects paragraphs by line spacing.
 */
final class PageLines extends PDFTextStripper {
    private final Deadline deadline;
    private final List<Page> pages = new ArrayList<>();
    private final Overprints printed = new Overprints();
    private final PageInk ink;
    private final Layers layers;
    private final LineBuilder line = new LineBuilder();
    private List<Page.Line> lines = new ArrayList<>();
    private PageMarks marks = new PageMarks();
    private int hidden;
    private Matrix matrix = new Matrix();
    private float width;
    private TextRun.Sheet sheet = new TextRun.Sheet(0, 0, 0, 0, 0);
    private int operators;
    private int characters;
    private final Map<PDFont, SimpleFont> fonts = new HashMap<>();
    private Optional<ContentTokens> content = Optional.empty();

    private PageLines(PDDocument document, Deadline deadline) {
        this.deadline = deadline;
        this.ink = new PageInk(deadline);
        this.layers = new Layers(document);
        addOperator(new SetLineWidth(this));
        addOperator(new RunContent());
        setSortByPosition(true);
        setSuppressDuplicateOverlappingText(false);
    }

    /**
     * Extracts the pages of a document.
     */
    static List<Page> extract(PDDocument document, Deadline deadline) throws IOException {
        var lines = new PageLines(document, deadline);
        lines.writeText(document, new StringWriter());
        return lines.pages;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators % 256 == 0) {
            deadline.check();
        }
        ink.processOperator(operator.getName(), operands, getGraphicsState(), getResources());
        super.processOperator(operator, operands);
    }

    @Override
    public void saveGraphicsState() {
        ink.save();
        super.saveGraphicsState();
    }

    @Override
    public void restoreGraphicsState() {
        ink.restore();
        super.restoreGraphicsState();
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        layers.begin(tag, properties);
        super.beginMarkedContentSequence(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
        layers.end();
        super.endMarkedContentSequence();
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        matrix = rendering;
        width = displacement.getX();
        ink.countGlyph();
        super.showGlyph(rendering, font, code, displacement);
    }

    @Override
    protected void showText(byte[] string) throws IOException {
        if (isUnusual()) {
            super.showText(string);
        } else {
            var font = font();
            var run = new TextRun(sheet, font, getGraphicsState());
            show(string, run, font);
            run.end();
        }
    }

    @Override
    public void showTextStrings(COSArray strings) throws IOException {
        if (isUnusual()) {
            super.showTextStrings(strings);
            return;
        }
        var font = font();
        var run = new TextRun(sheet, font, getGraphicsState());
        for (var next : strings) {
            switch (next) {
                case COSString string -> show(string.getBytes(), run, font);
                case COSNumber distance -> run.adjust(distance.floatValue());
                default -> {}
            }
        }
        run.end();
    }

    /** Whether PDFBox must place the characters. */
    private boolean isUnusual() {
        return !SimpleFont.isSimple(getGraphicsState().getTextState().getFont()) || !sheet.isAtOrigin();
    }

    private void show(byte[] string, TextRun run, SimpleFont font) throws IOException {
        for (byte next : string) {
            int code = Byte.toUnsignedInt(next);
            matrix = run.matrix();
            width = font.width(code);
            ink.countGlyph();
            processTextPosition(run.character(code, matrix));
            run.advance(code);
        }
    }

    private SimpleFont font() throws IOException {
        var font = getGraphicsState().getTextState().getFont();
        var known = fonts.get(font);
        if (known == null) {
            known = new SimpleFont(font, computeFontHeight(font));
            fonts.put(font, known);
        }
        return known;
    }

    @Override
    protected void processTextPosition(TextPosition character) {
        if (++characters % 256 == 0) {
            deadline.check();
        }
        if (printed.addOrIsRepeated(character)) {
            return;
        }
        var text = getGraphicsState().getTextState();
        var spaced = LetterSpacing.widen(character, text, width);
        ink.add(spaced, matrix, width, getGraphicsState(), layers.isOff());
        if (PageMarks.isSlanted(matrix)) {
            marks.add(spaced);
        } else {
            super.processTextPosition(spaced);
        }
    }

    @Override
    public void processPage(PDPage next) throws IOException {
        printed.clear();
        ink.begin(next);
        layers.beginPage();
        sheet = TextRun.Sheet.of(next);
        var bytes = PageContent.read(next);
        content = bytes.map(ContentTokens::new);
        super.processPage(bytes.isPresent() ? new PageContent(next) : next);
    }

    @Override
    protected void startPage(PDPage started) throws IOException {
        deadline.check();
        lines = new ArrayList<>();
        marks = new PageMarks();
        hidden = 0;
    }

    @Override
    protected void writePage() throws IOException {
        var unseen = ink.hidden();
        if (!unseen.isEmpty()) {
            hidden = (int) unseen.stream()
                    .flatMapToInt(c -> c.getUnicode().codePoints())
                    .filter(Character::isLetterOrDigit)
                    .count();
            charactersByArticle.forEach(article -> article.removeIf(unseen::contains));
            marks.removeAll(unseen);
        }
        charactersByArticle.forEach(marks::extract);
        super.writePage();
    }

    @Override
    protected void endPage(PDPage ended) {
        var box = ended.getCropBox();
        boolean isTurned = ended.getRotation() % 180 != 0;
        pages.add(new Page(
                lines, isTurned ? box.getWidth() : box.getHeight(), marks.texts(), hidden, ink.showsMoreThanText()));
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        line.add(text, positions);
    }

    @Override
    protected void writeWordSeparator() {
        line.addSeparator();
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
        line.end().ifPresent(lines::add);
    }

    /** Runs the content stream of a {@link PageContent}. */
    private final class RunContent extends OperatorProcessor {
        RunContent() {
            super(PageLines.this);
        }

        @Override
        public String getName() {
            return PageContent.RUN;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            if (content.isEmpty()) {
                return;
            }
            var tokens = content.get();
            content = Optional.empty();
            var arguments = new ArrayList<COSBase>();
            for (var token = tokens.parseNextToken(); token != null; token = tokens.parseNextToken()) {
                if (token instanceof Operator next) {
                    processOperator(next, arguments);
                    arguments.clear();
                } else {
                    arguments.add((COSBase) token);
                }
            }
        }
    }

    /**
     * Tracks which layers of a PDF are switched off when it is opened (optional content, ISO 32000-1, 8.11), and whether the current
     * content belongs to one.
     */
    private static final class Layers {
        private final Optional<PDOptionalContentProperties> properties;
        private final Deque<Boolean> sequences = new ArrayDeque<>();
        private int off;

        Layers(PDDocument document) {
            properties = Optional.ofNullable(document.getDocumentCatalog().getOCProperties());
        }

        void beginPage() {
            sequences.clear();
            off = 0;
        }

        /** Begins a marked-content sequence. */
        void begin(COSName tag, COSDictionary dictionary) {
            boolean isOff = COSName.OC.equals(tag) && dictionary != null && isOff(PDPropertyList.create(dictionary));
            sequences.push(isOff);
            off += isOff ? 1 : 0;
        }

        /** Ends the innermost marked-content sequence. */
        void end() {
            if (!sequences.isEmpty() && sequences.pop()) {
                off--;
            }
        }

        /** Whether the current content is switched off. */
        boolean isOff() {
            return off > 0;
        }

        private boolean isOff(PDPropertyList layer) {
            return properties.isPresent()
                    && switch (layer) {
                        case PDOptionalContentGroup group -> !properties.get().isGroupEnabled(group);
                        case PDOptionalContentMembershipDictionary membership -> isOff(membership);
                        default -> false;
                    };
        }

        private boolean isOff(PDOptionalContentMembershipDictionary membership) {
            List<PDPropertyList> groups = membership.getOCGs();
            long out = groups.stream().filter(this::isOff).count();
            var policy = membership.getVisibilityPolicy().getName();
            return !groups.isEmpty()
                    && switch (policy) {
                        case "AllOn" -> out > 0;
                        case "AnyOff" -> out == 0;
                        case "AllOff" -> out < groups.size();
                        default -> out == groups.size();
                    };
        }
    }
}
