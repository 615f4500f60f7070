package org.precedent.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The PDF as posted, in the browser's own viewer: the sandbox attribute does not block rendering, and links open the right page.
 */
class OriginalViewerTest {
    private static final Color FIRST = new Color(200, 30, 30);
    private static final Color SECOND = new Color(30, 30, 200);
    private static final int ENOUGH = 5_000;
    private static final double PATIENCE_MILLIS = 20_000;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static BrowserSite site;

    @BeforeAll
    static void open() throws IOException {
        var file = folder.resolve("letter.pdf");
        try (var document = new PDDocument()) {
            for (var color : new Color[] {FIRST, SECOND}) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.setNonStrokingColor(color);
                    content.addRect(50, 50, 500, 700);
                    content.fill();
                }
            }
            document.save(file.toFile());
        }
        chromium = new Chromium();
        site = BrowserSite.withOriginals(chromium, sha256 -> Optional.of(file));
    }

    @AfterAll
    static void close() {
        site.close();
        chromium.close();
    }

    @Test
    void thePageOfALetterShowsTheFileInAFrame() throws IOException {
        var page = opened("");
        awaitColor(page, FIRST);
    }

    @Test
    void theViewerBeginsAtThePageThatAnAddressNames() throws IOException {
        var page = opened("#page=2");
        awaitColor(page, SECOND);
    }

    private static Page opened(String place) {
        var page = site.page(1280, ColorScheme.LIGHT);
        page.navigate(site.letter("q=conservative"));
        page.locator("details.original iframe").evaluate("(frame, place) => { frame.src += place; }", place);
        page.locator("details.original summary").click();
        page.locator("details.original iframe").scrollIntoViewIfNeeded();
        return page;
    }

    /** Waits for a color in screenshots: the viewer runs in a separate process, and the page gets no event when it has rendered. */
    private static void awaitColor(Page page, Color color) throws IOException {
        long end = System.nanoTime() + (long) (PATIENCE_MILLIS * 1e6);
        int found = 0;
        while (found < ENOUGH && System.nanoTime() < end) {
            page.waitForTimeout(200);
            found = pixels(page.screenshot(), color);
        }
        assertTrue(found >= ENOUGH, found + " pixels of " + color);
    }

    private static int pixels(byte[] png, Color color) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                var at = new Color(image.getRGB(x, y));
                found += Math.abs(at.getRed() - color.getRed()) < 20 && Math.abs(at.getBlue() - color.getBlue()) < 20
                        ? 1
                        : 0;
            }
        }
        return found;
    }
}
