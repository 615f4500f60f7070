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
 * Font mapper that substitutes PDFBox's own font for every font a PDF does not embed. The text of a file then does not depend on
 * the fonts installed, none are searched for at start, and no font cache is written to the user's home.
 */
final class FallbackFontMapper implements FontMapper {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;

    private FallbackFontMapper(TrueTypeFont font) {
        this.font = font;
    }

    /**
     * Makes PDFBox use it, for the whole process.
     */
    static void install() {
        try (var in = FontMapper.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IOException("resource " + FONT + ": expected within PDFBox, got nothing");
            }
            FontMappers.set(new FallbackFontMapper(new TTFParser().parse(new RandomAccessReadBuffer(in))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(@Nullable String baseFont, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font, false);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(@Nullable String baseFont, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font, false);
    }

    @Override
    @SuppressWarnings("NullAway") // PDFBox: no OpenType font is null
    public CIDFontMapping getCIDFont(
            @Nullable String baseFont, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo collection) {
        return new CIDFontMapping(null, font, false);
    }
}
