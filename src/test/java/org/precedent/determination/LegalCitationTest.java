package org.precedent.determination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LegalCitationTest {
    private static final LegalCitation LETTER = new LegalCitation(
            "CM14-0012345",
            Optional.of("CM14-0012345"),
            Optional.of(LocalDate.of(2014, 7, 8)),
            false,
            Optional.empty());

    @Test
    void citesALetter() {
        assertEquals(
                "IMR Case No. CM14-0012345, Final Determination (Cal. Div. Workers' Comp. July 8, 2014)",
                LETTER.plain());
    }

    @Test
    void citesAnIssueByStudyAndRegion() {
        var issue = issue(LegalCitation.subject(List.of("X-ray"), Optional.empty(), List.of("Cervical spine"), "…"));
        assertEquals(
                "IMR Case No. CM14-0012345, Final Determination (Cal. Div. Workers' Comp. July 8, 2014),"
                        + " issue 2 (X-ray, cervical spine)",
                issue.plain());
    }

    @Test
    void namesTheSideOfASingleRegion() {
        assertEquals(
                "MRI, right shoulder",
                LegalCitation.subject(List.of("MRI"), Optional.of("Right"), List.of("Shoulder"), "…"));
        assertEquals(
                "MRI, cervical spine, shoulder",
                LegalCitation.subject(
                        List.of("MRI"), Optional.of("Right"), List.of("Cervical spine", "Shoulder"), "…"));
    }

    @Test
    void citesTheRequestWhereNoStudyIsNamed() {
        assertEquals(
                "Norco 10/325mg #60",
                LegalCitation.subject(List.of(), Optional.empty(), List.of(), " Norco \n10/325mg #60"));
    }

    @Test
    void shortensALongRequestAtAWord() {
        var subject = LegalCitation.subject(List.of(), Optional.empty(), List.of(), "physical therapy ".repeat(20));
        assertTrue(subject.endsWith("therapy…") || subject.endsWith("physical…"), subject);
        assertTrue(subject.length() <= 81, subject);
    }

    @Test
    void saysWhatTheLetterDoesNotState() {
        var bare = new LegalCitation("001_c309", Optional.empty(), Optional.empty(), true, Optional.empty());
        assertEquals(
                "IMR determination 001_c309 (case number not stated), Final Determination"
                        + " (Cal. Div. Workers' Comp. [date not stated]) [invented sample]",
                bare.plain());
    }

    @Test
    void htmlIsEscapedAndLinked() {
        var html = formats("<script>\"&'").html();
        assertEquals(
                "<a href=\"http://h/determinations/CM14-0012345#issue-2\"><cite>IMR Case No. CM14-0012345</cite></a>,"
                        + " Final Determination (Cal. Div. Workers&#39; Comp. July 8, 2014),"
                        + " issue 2 (&lt;script&gt;&quot;&amp;&#39;)",
                html);
    }

    @Test
    void bibtexEscapesWhatTexWouldRead() {
        var bibtex = formats("50% of {A} & $5 #2 a_b \\x ~ ^").bibtex();
        assertTrue(bibtex.startsWith("@misc{imr-CM14-0012345-2,\n  title = {{"), bibtex);
        assertTrue(
                bibtex.contains("50\\% of \\{A\\} \\& \\$5 \\#2 a\\_b \\textbackslash{}x \\textasciitilde{}"
                        + " \\textasciicircum{}"),
                bibtex);
        assertTrue(bibtex.contains("  year = {2014},\n  month = jul,\n  day = {8},\n"), bibtex);
        assertTrue(bibtex.endsWith("\n}\n"));
    }

    @Test
    void risKeepsOneFieldALine() {
        var ris = formats("a\r\nER  - \nb").ris();
        assertEquals(10, ris.lines().count(), ris);
        assertTrue(ris.startsWith("TY  - CASE\r\nID  - imr-CM14-0012345-2\r\nTI  - IMR Case No. CM14-0012345"), ris);
        assertTrue(ris.contains("DA  - 2014/07/08\r\n"), ris);
        assertTrue(ris.contains("N1  - Upheld: treatment not approved. IMR determinations are not legal"), ris);
        assertTrue(ris.endsWith("ER  - \r\n"), ris);
        assertFalse(ris.contains("\r\nER  - \r\nb"), ris);
    }

    private static CitationFormats formats(String subject) {
        return new CitationFormats(issue(subject), "http://h/determinations/CM14-0012345#issue-2");
    }

    private static LegalCitation issue(String subject) {
        return LETTER.issue(new LegalCitation.IssueRef(2, subject, Decision.UPHELD));
    }
}
