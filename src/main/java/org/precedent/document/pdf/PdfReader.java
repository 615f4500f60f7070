package org.precedent.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.precedent.document.Extracted.rejected;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.precedent.document.BoundedInput;
import org.precedent.document.Caveat;
import org.precedent.document.Deadline;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Extracted.Text;
import org.precedent.document.text.CleanText;

/**
 * Extracts the visible text of a PDF, or returns the reason why the file is rejected (damaged, encrypted, too large, too slow). Never
 * throws because of the content of the file.
 */
final class PdfReader {
    private final DocumentOptions options;

    PdfReader(DocumentOptions options) {
        this.options = options;
        FallbackFontMapper.install();
    }

    /**
     * Reads a PDF; never throws because of its content.
     */
    Extracted extract(byte[] bytes) {
        try {
            return read(bytes, true);
        } catch (Deadline.DeadlineExceeded e) {
            return rejected(Reason.TOO_SLOW, "reading " + e.getMessage() + ": expected less; the file may be damaged");
        } catch (BoundedInput.LimitExceeded e) {
            return rejected(Reason.TOO_LARGE, "PDF holds a file of " + e.getMessage() + ": expected a determination");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            var found = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return rejected(
                    Reason.DAMAGED,
                    "PDF is cut off or malformed (" + found.lines().findFirst().orElse("") + "): download it again");
        } catch (OutOfMemoryError e) {
            return rejected(
                    Reason.TOO_MUCH_MEMORY,
                    "not enough memory to read the file: expected a determination; print it to a new PDF");
        }
    }

    private Extracted read(byte[] bytes, boolean mayBePortfolio) throws IOException {
        var deadline = Deadline.after(options.limits().time());
        if (PdfEnd.isTruncated(bytes)) {
            return rejected(
                    Reason.DAMAGED,
                    "PDF is cut off: expected \"%%EOF\" at its end, got other bytes; download it" + " again");
        }
        try (var document = Loader.loadPDF(bytes)) {
            var refusal = refusal(document);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            return mayBePortfolio && EmbeddedPdf.isPortfolio(document) ? portfolio(document) : read(document, deadline);
        } catch (InvalidPasswordException e) {
            return rejected(
                    Reason.PASSWORD, "PDF is password-protected: expected no password; remove it and ingest again");
        }
    }

    private Optional<Extracted> refusal(PDDocument document) {
        int pages = document.getNumberOfPages();
        if (pages > options.limits().pages()) {
            return Optional.of(rejected(
                    Reason.TOO_MANY_PAGES,
                    "PDF has " + pages + " pages: expected at most "
                            + options.limits().pages() + "; split it into determinations"));
        }
        if (!options.ignoreCopyRestriction()
                && !document.getCurrentAccessPermission().canExtractContent()) {
            return Optional.of(rejected(
                    Reason.COPY_RESTRICTED,
                    "PDF's owner flag forbids copying its text: expected permission; if you may index it, pass"
                            + " --ignore-copy-restriction"));
        }
        return Optional.empty();
    }

    private Extracted portfolio(PDDocument document) throws IOException {
        var only = EmbeddedPdf.findSingle(document, options.limits().fileBytes());
        return only.isPresent()
                ? read(only.get(), false)
                : rejected(
                        Reason.PORTFOLIO,
                        "PDF is a portfolio: its documents are attachments; save them as files and ingest those");
    }

    private Extracted read(PDDocument document, Deadline deadline) throws IOException {
        var undrawn = FormFields.draw(document);
        var read = read(document, PageLines.extract(document, deadline));
        return undrawn.isPresent() && read instanceof Text text ? with(text, undrawn.get()) : read;
    }

    private static Text with(Text text, Caveat caveat) {
        var caveats = new ArrayList<>(text.caveats());
        caveats.add(caveat);
        return new Text(text.text(), text.scanned(), caveats);
    }

    private Extracted read(PDDocument document, List<Page> pages) throws IOException {
        var unread = pagesMissingText(pages);
        boolean isAll = unread.size() == pages.size() || CleanText.isNearlyEmpty(text(pages, unread));
        if (unread.isEmpty() && !isAll) {
            return extracted(pages);
        }
        if (isAll && unread.isEmpty()) {
            return scanned(document, allPages(pages), pages);
        }
        return isAll || options.ocr().isPresent()
                ? scanned(document, isAll ? allPages(pages) : unread, pages)
                : extracted(pages, unread);
    }

    private static Set<Integer> allPages(List<Page> pages) {
        var every = new HashSet<Integer>();
        for (int i = 0; i < pages.size(); i++) {
            every.add(i);
        }
        return every;
    }

    /** Returns the pages that show content missing from the extracted text. */
    private static Set<Integer> pagesMissingText(List<Page> pages) {
        var unread = new HashSet<Integer>();
        for (int i = 0; i < pages.size(); i++) {
            var text = pages.get(i).text();
            if ((pages.get(i).showsMore() && CleanText.isNearlyEmpty(text)) || Legibility.isIllegible(text)) {
                unread.add(i);
            }
        }
        return unread;
    }

    private static String text(List<Page> pages, Set<Integer> without) {
        var text = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            text.append(without.contains(i) ? "" : pages.get(i).text()).append('\n');
        }
        return text.toString();
    }

    private static Extracted extracted(List<Page> pages) {
        return extracted(pages, Set.of());
    }

    private static Extracted extracted(List<Page> pages, Set<Integer> unread) {
        var readable = new ArrayList<Page>();
        for (int i = 0; i < pages.size(); i++) {
            readable.add(unread.contains(i) ? pages.get(i).with(List.of()) : pages.get(i));
        }
        var furniture = PageFurniture.separate(readable);
        var caveats = caveats(pages, furniture);
        if (!unread.isEmpty()) {
            caveats.add(new Caveat(
                    Caveat.Kind.PAGE_WITHOUT_TEXT,
                    numbers(unread) + " of " + pages.size()
                            + " cannot be read, because it is only an image or its text layer is unreadable; ingest"
                            + " the file with --ocr"));
        }
        return new Text(
                withFurniture(String.join("\f", Paragraphs.split(furniture.pages())), furniture), false, caveats);
    }

    private static String withFurniture(String text, PageFurniture furniture) {
        return furniture.lines().isEmpty() ? text : String.join("\n", furniture.lines()) + "\n\n" + text;
    }

    private static List<Caveat> caveats(List<Page> pages, PageFurniture furniture) {
        var caveats = new ArrayList<Caveat>();
        int hidden = pages.stream().mapToInt(Page::hidden).sum();
        if (hidden > 0) {
            caveats.add(new Caveat(
                    Caveat.Kind.HIDDEN_TEXT,
                    "the PDF holds " + hidden
                            + " characters that a reader cannot see (covered by boxes, in hidden layers, or otherwise"
                            + " invisible), which were left out"));
        }
        if (furniture.isCut()) {
            caveats.add(new Caveat(
                    Caveat.Kind.PAGE_MARK,
                    furniture.lines().isEmpty()
                            ? "line numbers in the margin were left out"
                            : "stamps and other page marks were moved in front of the text: "
                                    + furniture.lines().stream().limit(5).collect(Collectors.joining("; "))));
        }
        return caveats;
    }

    private static String numbers(Set<Integer> pages) {
        return (pages.size() == 1 ? "page " : "pages ")
                + pages.stream().sorted().map(i -> Integer.toString(i + 1)).collect(Collectors.joining(", "));
    }

    private Extracted scanned(PDDocument document, Set<Integer> unread, List<Page> pages) throws IOException {
        boolean isIllegible = pages.stream().anyMatch(page -> !CleanText.isNearlyEmpty(page.text()));
        var found = isIllegible ? "PDF's text layer is unreadable" : "PDF has no text";
        if (options.ocr().isEmpty()) {
            return rejected(
                    Reason.NEEDS_OCR,
                    found + ", needs OCR: expected pages with text; ingest it with --ocr, or its text as a file");
        }
        try {
            var recognized = new TextRecognition(options.ocr().get()).read(document, unread);
            var text = merged(pages, recognized);
            return CleanText.isNearlyEmpty(text)
                    ? rejected(Reason.NO_TEXT, found + ", and none was recognized: expected a determination")
                    : new Text(text, true, List.of());
        } catch (TextRecognition.Failed e) {
            return rejected(Reason.NEEDS_OCR, found + ", needs OCR, but " + e.getMessage());
        }
    }

    private static String merged(List<Page> pages, java.util.Map<Integer, String> recognized) {
        var texts = Paragraphs.split(pages);
        var merged = new ArrayList<String>();
        for (int i = 0; i < pages.size(); i++) {
            merged.add(recognized.getOrDefault(i, texts.get(i)));
        }
        return String.join("\f", merged);
    }

    /**
     * Detects truncated PDFs. PDFBox repairs a truncated file by guessing, so a determination could lose its last issues without notice.
     * Trailing bytes, as added by block-wise copies and gateways, are harmless.
     */
    private static final class PdfEnd {
        private static final String END = "%%EOF";

        /** Content after an end-of-file marker, which means an unfinished revision or the rest of a linearized file. */
        private static final Pattern REVISION = Pattern.compile("\\d+\\s+\\d+\\s+obj\\b|\\bxref\\b|\\bendobj\\b");

        private static final Pattern LINEARIZED = Pattern.compile("/Linearized\\b[^>]{0,200}?/L\\s+(\\d{1,12})\\b");
        private static final int HEAD_LENGTH = 2048;

        private PdfEnd() {}

        static boolean isTruncated(byte[] bytes) {
            var text = new String(bytes, ISO_8859_1);
            int end = text.lastIndexOf(END);
            if (end < 0
                    || REVISION.matcher(text)
                            .region(end + END.length(), text.length())
                            .find()) {
                return true;
            }
            // a linearized file has an end-of-file marker after its first page too, and declares its length
            var linearized = LINEARIZED.matcher(text).region(0, Math.min(text.length(), HEAD_LENGTH));
            return linearized.find() && Long.parseLong(linearized.group(1)) > bytes.length && text.indexOf(END) == end;
        }
    }
}
