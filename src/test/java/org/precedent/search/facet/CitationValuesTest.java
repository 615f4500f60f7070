package org.precedent.search.facet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.precedent.determination.Citation;
import org.precedent.determination.Located;
import org.precedent.determination.Span;

class CitationValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2004; ; ; 2004",
                "; ; ; ",
                "2004; Special Studies; ; 2004 > Special Studies",
                "2004; 326; ; 2004 > p. 326",
                "2004; Initial Care, Physical Methods; ; 2004 > Initial Care|2004 > Physical Methods",
                "; ; 177-179; no edition > p. 177|no edition > p. 178|no edition > p. 179",
                "; ; 303-5; no edition > p. 303|no edition > p. 304|no edition > p. 305",
                "; ; 30, 303; no edition > p. 30|no edition > p. 303",
                "2009; ; 1-999; 2009 > p. 1|2009 > p. 999",
                "2009; ; 90-3; 2009 > p. 90|2009 > p. 91|2009 > p. 92|2009 > p. 93",
                "2009; a > b; ; 2009 > a › b",
            })
    void namesEditionSectionAndEachPage(String edition, String section, String pages, String below) {
        var expected = below == null
                ? List.of("MTUS Low Back Complaints")
                : List.of(below.split("\\|")).stream()
                        .map(b -> "MTUS Low Back Complaints > " + b)
                        .toList();
        var citation = new Citation(
                "MTUS",
                Optional.of("Low Back Complaints"),
                Optional.ofNullable(edition),
                Optional.ofNullable(section),
                Optional.ofNullable(pages),
                new Located<>("text", new Span(0, 4)));
        assertEquals(expected, List.copyOf(CitationValues.values(List.of(citation))));
    }

    @Test
    void aValueLiesBelowItsEditionTitleAndFamily() {
        assertEquals(
                List.of(
                        "MTUS",
                        "MTUS Low Back Complaints",
                        "MTUS Low Back Complaints > 2004",
                        "MTUS Low Back Complaints > 2004 > p. 303"),
                CitationValues.path("MTUS Low Back Complaints > 2004 > p. 303"));
        assertEquals(List.of("ACR"), CitationValues.path("ACR"));
        assertEquals(List.of("ODG", "ODG > 2014"), CitationValues.path("ODG > 2014"));
    }
}
