package org.precedent.search.facet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

class FacetLabelTest {
    private static FacetLabel cervical() {
        return new FacetLabel("Cervical spine", List.of("Spine", "Cervical spine"));
    }

    @Test
    void keepsItsPrintedForm() {
        var label = cervical();
        var printed = label.printed(StringBuilder.class, l -> new StringBuilder(l.value()));
        assertEquals("Cervical spine", printed.toString());
        assertSame(printed, label.printed(StringBuilder.class, l -> new StringBuilder("another")));
    }

    @Test
    void computesAFormOfAnotherType() {
        var label = cervical();
        assertEquals("Cervical spine", label.printed(String.class, FacetLabel::value));
        assertEquals(List.of("Spine", "Cervical spine"), label.printed(List.class, FacetLabel::path));
        assertEquals("Cervical spine", label.printed(String.class, FacetLabel::value));
    }

    @Test
    void equalsALabelWithTheSamePath() {
        assertEquals(cervical(), cervical());
        assertEquals(cervical().hashCode(), cervical().hashCode());
        assertNotEquals(cervical(), new FacetLabel("Cervical spine", List.of("Cervical spine")));
    }
}
