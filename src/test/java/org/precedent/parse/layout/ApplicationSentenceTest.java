package org.precedent.parse.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.determination.Dates;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.parse.text.FoldedText;

class ApplicationSentenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "An application for Independent Medical Review was filed on 8/6/2013 disputing the Utilization Review Denial dated 7/29/2013.",
                "An Application for Independent Medical Review (IMR) was filed on August 6, 2013, disputing the UR decision issued on July 29, 2013.",
                "An application for independent medical review was received on 08/06/2013\ndisputing the Utilization\nReview modification dated 07/29/2013."
            })
    void givesTheDatesOfFilingAndDenial(String sentence) {
        var letter = FoldedText.slice("Notice\n\n" + sentence + " A decision was made.");
        var dates = ApplicationSentence.complete(Dates.NONE, letter);
        assertEquals(Optional.of(LocalDate.of(2013, 8, 6)), dates.received().map(Located::value));
        assertEquals(
                Optional.of(LocalDate.of(2013, 7, 29)),
                dates.utilizationReview().map(Located::value));
    }

    @Test
    void leavesTheDatesOfTheHeaderAsTheyAre() {
        var stated = Optional.of(new Located<>(LocalDate.of(2013, 8, 7), new Span(0, 1)));
        var header = new Dates(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), stated);
        var dates = ApplicationSentence.complete(
                header,
                FoldedText.slice(
                        "An application for Independent Medical Review was filed on 8/6/2013 disputing the decision."));
        assertEquals(header, dates);
    }

    @Test
    void findsNoDatesInOtherSentences() {
        var letter = FoldedText.slice("The report was filed on 8/6/2013 disputing the denial dated 7/29/2013.");
        assertEquals(Dates.NONE, ApplicationSentence.complete(Dates.NONE, letter));
    }
}
