package org.precedent.document.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.document.Caveat;
import org.precedent.document.Extracted.Text;

class HtmlReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p hidden>not shown</p>",
                "<p style='color: red; DISPLAY : none'>not shown</p>",
                "<div style='visibility:hidden'><p>not shown</p></div>",
                "<p class=note>not shown</p>",
                "<p id=aside>not shown</p>",
                "<p style='mso-hide:all'>not shown</p>",
                "<p style='opacity:0'>not shown</p>",
                "<p style='font-size:0px;color:red'>not shown</p>",
                "<p style='position:absolute; left:-9999px'>not shown</p>",
                "<p class=far style='font-size:12px'>not shown</p>",
                "<dialog>not shown</dialog>",
                "<p><del>not shown</del></p>"
            })
    void leavesOutWhatABrowserDoesNotShowAndReportsIt(String hidden) {
        var page = read(
                "<style>/* x */ @media print { p { display: none } } .note, #aside { display:none !important } .far{text-indent:-5000px}</style>"
                        + "<p>Before</p>" + hidden + "<p>After</p>");
        assertEquals("Before\n\nAfter\n\n", page.text());
        assertEquals(Caveat.Kind.HIDDEN_TEXT, page.caveats().getFirst().kind());
        assertTrue(page.caveats().getFirst().message().contains("8 characters"), page.toString());
    }

    @Test
    void keepsWhatALaterRuleShowsAgain() {
        var page = read("<style>.tab { display: none } .tab.open { display: block }</style>"
                + "<div class='tab open'>Shown</div><p hidden style='display:block'>Too</p>");
        assertEquals("Shown\n\nToo\n\n", page.text());
        assertTrue(page.caveats().isEmpty());
    }

    @Test
    void keepsWhatIsFaintSmallOrNearTheEdge() {
        var page =
                read("<style>.fades { opacity: 0 }</style><p class=fades>Faded in</p><p style='opacity:0.1'>Faint</p>"
                        + "<p style='font-size:0.8em'>Small</p><p style='left:-20px'>Left</p>");
        assertEquals("Faded in\n\nFaint\n\nSmall\n\nLeft\n\n", page.text());
    }

    @Test
    void writesTheNumbersOfOrderedLists() {
        assertEquals(
                "1. First\n2. Second\n\n",
                read("<ol><li>First</li><li>Second</li></ol>").text());
        assertEquals(
                "c. First\nf. Second\n\n",
                read("<ol type=a start=3><li>First</li><li value=6>Second</li></ol>")
                        .text());
        assertEquals(
                "II. First\nI. Second\n\n",
                read("<ol style='list-style-type: upper-roman' reversed><li>First</li><li>Second</li></ol>")
                        .text());
        assertEquals("First\n\n", read("<ul><li>First</li></ul>").text());
    }

    @Test
    void takesADeclarationOfUtf16ForUtf8() {
        var page =
                "<html><head><meta http-equiv=Content-Type content='text/html; charset=utf-16'></head><p>café</p></html>";
        assertEquals("café\n\n", HtmlReader.read(page.getBytes(UTF_8)).text());
    }

    @Test
    void takesLatin1ForWindows1252() {
        var page = "<meta charset=iso-8859-1><p>the reviewer\u0092s caf\u00e9</p>";
        assertEquals(
                "the reviewer’s café\n\n",
                HtmlReader.read(page.getBytes(ISO_8859_1)).text());
    }

    @Test
    void believesTheBytesWhereNothingIsDeclared() {
        assertEquals("café\n\n", HtmlReader.read("<p>café</p>".getBytes(UTF_8)).text());
        assertEquals(
                "café\n\n",
                HtmlReader.read("<p>caf\u00e9</p>".getBytes(ISO_8859_1)).text());
    }

    private static Text read(String html) {
        return HtmlReader.read(html.getBytes(UTF_8));
    }
}
