package org.precedent.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReasonCuesTest {
    private static final String CLASSES = "nodoc\tno evidence|lack of\tusage\nnodoc\tabsence of\tusage\n";

    @Test
    void rowsOfOneClassAddUp() {
        assertEquals(
                List.of("no evidence", "lack of", "absence of"),
                read("risk\tupheld\t2\tcase\t<nodoc> care\tnodoc|@!nodoc\tusage")
                        .classes()
                        .get("nodoc"));
    }

    @Test
    void aCueStatesWhereItApplies() {
        var cue = read("risk\tupheld\t2\tcase\t<nodoc> care\tnodoc|@!nodoc\tusage")
                .cues()
                .getFirst();
        assertEquals("risk", cue.reason().id());
        assertEquals("Upheld", cue.decision());
        assertEquals(2, cue.level());
        assertEquals(Optional.of(ReasonCues.Voice.CASE), cue.voice());
        assertEquals(List.of("nodoc", "@!nodoc"), cue.unless());
        assertEquals("nodoc", ReasonCues.Cue.bare("@!nodoc"));
        assertEquals(
                Optional.empty(),
                read("risk\tupheld\t1\tany\tcare\t\tusage").cues().getFirst().voice());
    }

    @Test
    void whatTheFilesDoNotKnowIsNamed() {
        refuses("risks", "risks\tupheld\t1\tany\tcare\t\tusage");
        refuses("denied", "risk\tdenied\t1\tany\tcare\t\tusage");
        refuses("benefit", "risk\tupheld\t1\tany\tcare\tbenefit\tusage");
        refuses("expected 7 columns", "risk\tupheld\t1\tany\tcare\tusage");
    }

    private static void refuses(String named, String cues) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> read(cues));
        assertTrue(String.valueOf(refusal.getMessage()).contains(named), refusal.getMessage());
    }

    private static ReasonCues read(String cues) {
        return ReasonCues.read(Vocabularies.bundled(), CLASSES, cues);
    }
}
