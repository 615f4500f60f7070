package org.precedent.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeterminationIdsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "letter 7|letter 7",
                "Mu\u00f1oz r\u00e9examen|Mu\u00f1oz r\u00e9examen",
                "Mun\u0303oz|Mu\u00f1oz",
                "100% denied|100_ denied",
                "a/b\\c;d|a_b_c_d",
                "letter.json|letter_json",
                "letter.v2|letter.v2",
                ".hidden|_hidden"
            })
    void keepsUnreservedCharactersAndReplacesTheRest(String name, String id) {
        assertEquals(id, DeterminationIds.create(name));
        assertEquals(id, DeterminationIds.create(id));
    }

    @Test
    void foldsBlanksAndControlCharacters() {
        assertEquals("a b c", DeterminationIds.create(" a\n\tb\u0000 \u2028c "));
        assertEquals("a_b", DeterminationIds.create("a\ud800b"));
    }

    @Test
    void distinguishesNamesWithoutUsableCharacters() {
        assertEquals(9, DeterminationIds.create(".").length());
        assertNotEquals(DeterminationIds.create("."), DeterminationIds.create(".."));
        assertNotEquals(DeterminationIds.create(""), DeterminationIds.create("/"));
    }

    @Test
    void shortensLongNamesWithoutMixingThemUp() {
        var long1 = "x".repeat(5000) + 1;
        assertEquals(150, DeterminationIds.create(long1).length());
        assertNotEquals(DeterminationIds.create(long1), DeterminationIds.create("x".repeat(5000) + 2));
    }

    @Test
    void takesTheStemOfAFileWhereverItLies() {
        assertEquals("letter", DeterminationIds.stem("archive.zip!/2016/letter.pdf"));
        assertEquals("a.b", DeterminationIds.stem("a.b.txt"));
        assertEquals(".pdf", DeterminationIds.stem(".pdf"));
    }

    @Test
    void namesTheFolder() {
        assertEquals("letter (2017)", DeterminationIds.inFolder("letter", "/a/2017/letter.txt"));
        assertEquals("letter (b.zip)", DeterminationIds.inFolder("letter", "/a/b.zip!/letter.txt"));
    }
}
