package org.precedent.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TreatmentDisplayTest {
    private static final TreatmentDisplay DISPLAY = TreatmentDisplay.bundled();

    @Test
    void capitalizesAbbreviations() {
        assertEquals("TENS unit", DISPLAY.name("tens unit"));
        assertEquals("EMG/NCS", DISPLAY.name("emg/ncs"));
        assertEquals("pH probe", DISPLAY.name("ph probe"));
    }

    @Test
    void capitalizesImagingStudies() {
        assertEquals("MRI", DISPLAY.name("mri"));
        assertEquals("MR arthrogram", DISPLAY.name("mr arthrogram"));
        assertEquals("PET", DISPLAY.name("pet"));
        assertEquals("imaging", DISPLAY.name("imaging"));
    }

    @Test
    void leavesOtherWordsUnchanged() {
        assertEquals("pet care", DISPLAY.name("pet care"));
        assertEquals("physical therapy", DISPLAY.name("physical therapy"));
        assertEquals("Physical Medicine", DISPLAY.name("Physical Medicine"));
    }

    @Test
    void changesOnlyTheCase() {
        TreatmentTree.bundled()
                .terms()
                .forEach(term -> assertEquals(
                        term.label().toLowerCase(Locale.ROOT),
                        DISPLAY.name(term.label()).toLowerCase(Locale.ROOT)));
    }

    @Test
    void everyWordOccursInAnItem() {
        var words = new HashSet<String>();
        TreatmentTree.bundled()
                .terms()
                .forEach(t -> words.addAll(Arrays.asList(t.label().split("[^\\p{L}\\p{N}]+", -1))));
        VocabularyFile.rows("treatment-display", VocabularyFile.resource("treatment-display"), 3)
                .forEach(row -> assertTrue(words.contains(row.getFirst()), row.getFirst()));
    }
}
