package org.precedent.document.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineMarkupTest {
    @Test
    void removesTheMarksOfAQuotedMail() {
        assertEquals("One\n\nTwo\n", LineMarkup.remove("> One\n>\n> Two\n"));
        assertEquals("Deep\nDeep\n", LineMarkup.remove("> > Deep\n>> Deep\n"));
    }

    @Test
    void keepsAQuoteWithinATextAndComparisons() {
        var text = "Flexion > 90 degrees.\nHe wrote:\n> Pain.\nThe end.\n";
        assertEquals(text, LineMarkup.remove(text));
    }

    @Test
    void removesHeadingsAndEmphasisOfMarkdown() {
        assertEquals(
                "Issues\nMRI: Upheld\nDecision rationale: None.\n#60 tablets\n",
                LineMarkup.remove("## Issues\n**MRI: Upheld**\n__Decision rationale:__ None.\n#60 tablets\n"));
    }

    @Test
    void keepsTextThatOnlyLooksLikeAMark() {
        for (var text :
                java.util.List.of("Pain 5** of 10\n", "Name: ________ Date: ____\n", "**** redacted ****\n", "# a\n")) {
            assertEquals(text, LineMarkup.remove(text));
        }
    }
}
