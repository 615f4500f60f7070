package org.precedent.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tokens of a content stream are those that PDFBox's own parser returns, whatever the stream holds.
 */
class ContentTokensTest {
    private static final String CONTENT = """
            /P <</MCID 0>> BDC q 0.875 g
            66.864 686.14 106.92 12.6 re W* n
            BT /F1 11.04 Tf 1 0 0 1 72.024 688.66 Tm -0.0182 Tc 0 Tr
            [(C)5(as)-3.25(e Nu)4(mber:)] TJ T* (fictional \\(sample\\) letter) Tj <48656C6C6F> Tj
            (nested (parentheses) here) ' 1 2 (spaced) " ET Q EMC
            % a comment
            q 10 0 0 10 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q
            /OC /Off BDC [/Name [1 2] true false null] 0 d /Im#31 Do EMC n f* B* b1 d0 d1 0.48001 1. .5 -.5 +7 16777217.5
            """;

    private static final String ODD = "()[]<>/\\%#'\"-+.0123456789eEBIDTjnftdQ* \n\r\t\0\u0080\u00ff";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Q",
                "12",
                "(never closed",
                "[1 2",
                "[(a) % comment\n 1] TJ ",
                "[(a) x (b)] TJ ",
                "BI /W 1 ID x EI BI ID ",
                "In 1 ",
                "IX ",
                "1-2 -- - . + 1.2.3 1e5 [1e5 2E] 99999999999 -0 -0.0 0.0000001 ",
                "true false null truex ",
                "a)b c]d e>f g%h\ni ",
                "/ /A/B /A#20B /A#2 (x)Tj(y)Tj ",
                "<</A(b)>> <</A ",
                "] 1 ",
            })
    void readsTheFormsThatPdfBoxHasRulesFor(String content) throws IOException {
        assertSameTokens(content.getBytes(ISO_8859_1));
    }

    @Test
    void readsAnyDamagedContentAsPdfBoxDoes() throws IOException {
        assertSameTokens(CONTENT.getBytes(ISO_8859_1));
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            var content = CONTENT.getBytes(ISO_8859_1);
            for (int changes = random.nextInt(1, 12); changes > 0; changes--) {
                content[random.nextInt(content.length)] = (byte) ODD.charAt(random.nextInt(ODD.length()));
            }
            int from = random.nextInt(content.length);
            assertSameTokens(Arrays.copyOfRange(content, from, random.nextInt(from, content.length)), "seed " + seed);
        }
    }

    private static void assertSameTokens(byte[] content) throws IOException {
        assertSameTokens(content, "");
    }

    private static void assertSameTokens(byte[] content, String seed) throws IOException {
        assertEquals(
                tokens(new PDFStreamParser(content)),
                tokens(new ContentTokens(content)),
                () -> seed + " content " + new String(content, ISO_8859_1));
    }

    private static List<String> tokens(PDFStreamParser parser) {
        var tokens = new ArrayList<String>();
        try {
            for (var token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
                tokens.add(described(token));
            }
            tokens.add("end");
        } catch (IOException e) {
            tokens.add("fails: " + e.getMessage());
        }
        return tokens;
    }

    /** Describes a token by its type and value; numbers that are equal may be printed differently. */
    private static String described(Object token) {
        return token.getClass().getSimpleName() + " "
                + switch (token) {
                    case COSFloat number -> Float.toString(number.floatValue());
                    case COSString string -> HexFormat.of().formatHex(string.getBytes());
                    case COSArray array ->
                        array.toList().stream()
                                .map(ContentTokensTest::described)
                                .toList()
                                .toString();
                    case Operator operator ->
                        operator.getName() + operator.getImageParameters() + Arrays.toString(operator.getImageData());
                    default -> token.toString();
                };
    }
}
