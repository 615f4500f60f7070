package org.precedent.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorrectionFileTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final FieldValues VALUES = FieldValues.bundled();

    @Test
    void aFileReadsBackAsItWasWritten() {
        var list = List.of(
                new Correction(
                        "0123456789abcdefghijkl",
                        new Correction.Place("CM16-0213037", 2, CorrectedField.REGION),
                        List.of("Knee", "Hip"),
                        List.of(),
                        "both; “as printed”",
                        NOW,
                        Optional.of(NOW.plusSeconds(1))),
                new Correction(
                        "",
                        new Correction.Place("a letter (2017)", 0, CorrectedField.DECIDED),
                        List.of(),
                        List.of("2016-12-09"),
                        "r",
                        NOW,
                        Optional.empty()),
                new Correction(
                        "",
                        new Correction.Place("CM1", 1, CorrectedField.REQUEST),
                        List.of("5 mg | 10 mg"),
                        List.of("5 mg"),
                        "r",
                        NOW,
                        Optional.empty()));
        var content = CorrectionFile.read(CorrectionFile.write(list), VALUES, NOW);
        assertEquals(List.of(), content.wrong());
        assertEquals(list, content.corrections());
    }

    @Test
    void aLineByHandNeedsSixColumns() {
        var content = CorrectionFile.read("# by hand\r\nCM1\t1\tregion\tknee\t\tas printed\r\n\n", VALUES, NOW);
        assertEquals(List.of(), content.wrong());
        assertEquals(List.of("Knee"), content.corrections().getFirst().values());
        assertEquals(NOW, content.corrections().getFirst().made());
    }

    @Test
    void wrongLinesAreNamed() {
        var lines = List.of(
                "CM1\t1\tregion",
                "CM1\t1\tcolour\tred\t\tr",
                "CM1\t1\tregion\tAtlantis\t\tr",
                "CM1\t0\tregion\tKnee\t\tr",
                "CM1\tone\tregion\tKnee\t\tr",
                "CM1\t1\tregion\tKnee\t\t ",
                "\t1\tregion\tKnee\t\tr",
                "CM1\t1\tregion\tKnee\t\tr\tyesterday");
        var content = CorrectionFile.read(String.join("\n", lines), VALUES, NOW);
        assertEquals(List.of(), content.corrections());
        assertEquals(lines.size(), content.wrong().size());
        for (int i = 0; i < lines.size(); i++) {
            assertTrue(
                    content.wrong().get(i).startsWith("line " + (i + 1) + ": "),
                    content.wrong().get(i));
        }
    }
}
