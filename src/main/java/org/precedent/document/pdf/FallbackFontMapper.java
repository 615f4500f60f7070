package org.precedent.document.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Font mapper that uses PDFBox's own font for every font that a PDF does not embed. The extracted text then does not depend on the
 * installed fonts; PDFBox does not scan for fonts at startup, nor write a font cache to the user's home directory.
 */
final class FallbackFontMapper implements FontMapper {
    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** The font, parsed when the first PDF needs it: most PDFs embed their fonts, and texts need none. */
    private static final class BundledFont {
        static final TrueTypeFont FONT = parse();

        private static TrueTypeFont parse() {
            try (var in = FontMapper.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IOException("resource " + RESOURCE + ": expected within PDFBox, got nothing");
                }
                return new TTFParser().parse(new RandomAccessReadBuffer(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private FallbackFontMapper() {}

    /**
     * Registers this mapper with PDFBox for the whole process.
     */
    static void install() {
        FontMappers.set(new FallbackFontMapper());
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(@Nullable String baseFont, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(BundledFont.FONT, false);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(@Nullable String baseFont, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(BundledFont.FONT, false);
    }

    @Override
    @SuppressWarnings("NullAway") // PDFBox accepts null for the OpenType font
    public CIDFontMapping getCIDFont(
            @Nullable String baseFont, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo collection) {
        return new CIDFontMapping(null, BundledFont.FONT, false);
    }
}
