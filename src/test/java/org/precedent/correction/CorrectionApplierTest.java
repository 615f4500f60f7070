package org.precedent.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precedent.determination.Decision;
import org.precedent.determination.Determination;
import org.precedent.determination.Finding;
import org.precedent.determination.Span;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.parse.Parsed;
import org.precedent.search.query.Query;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.IndexFixture;

class CorrectionApplierTest {
    private static final String ID = "CM18-9900004";
    private static final Instant MADE = Instant.parse("2026-11-20T12:00:00Z");
    private static final FieldValues VALUES = FieldValues.bundled();

    /** A bundled fictional sample: MRI of the left thumb, overturned. */
    private final Determination letter = sample();

    private static Determination sample() {
        try (var in = CorrectionApplierTest.class.getResourceAsStream("/samples/" + ID + ".txt")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var parsed = new LetterParser(Vocabularies.bundled())
                    .parse(new Letter(ID + ".txt", "0".repeat(64), text, false));
            return ((Parsed.Read) parsed).determination();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Correction correction(CorrectedField field, String... values) {
        var issue = field.isOfIssue() ? 1 : 0;
        return new Correction(
                "x",
                new Correction.Place(ID, issue, field),
                List.of(values),
                CorrectionApplier.currentValues(letter, issue, field),
                "as the letter says",
                MADE,
                Optional.empty());
    }

    private static String[] another(CorrectedField field) {
        return switch (field) {
            case DECISION -> new String[] {"Partly overturned"};
            case REQUEST -> new String[] {"MRI of the right thumb"};
            case REGION -> new String[] {"Knee", "Hand"};
            case LATERALITY -> new String[] {"Bilateral"};
            case MODALITY -> new String[] {"X-ray"};
            case TREATMENT -> new String[] {"Diagnostic Testing › Electrodiagnostics"};
            case ITEM -> new String[] {"radiographs"};
            case GUIDELINE -> new String[] {"ODG Knee & Leg", "MTUS"};
            case REASON -> new String[] {};
            case DECIDED, INJURY, UTILIZATION_REVIEW, RECEIVED, ASSIGNED -> new String[] {"2017-02-17"};
            case SPECIALTY -> new String[] {"Family Practice"};
        };
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldTakesTheCorrectedValueAndShowsTheOriginal(CorrectedField field) {
        var correction = correction(field, another(field));
        var corrected = CorrectionApplier.apply(letter, List.of(correction));
        assertEquals(
                List.of(another(field)),
                CorrectionApplier.currentValues(corrected, correction.place().issue(), field));
        var finding = corrected.findings().getLast();
        assertEquals(Finding.Kind.CORRECTED, finding.kind());
        assertTrue(finding.message().startsWith(field.label() + " corrected by hand from "), finding.message());
        assertTrue(finding.message().endsWith(": as the letter says"), finding.message());
        assertTrue(CorrectionApplier.isApplied(corrected, correction));
        assertFalse(CorrectionApplier.isApplied(letter, correction));
        for (var other : CorrectedField.values()) {
            if (other != field) {
                int issue = other.isOfIssue() ? 1 : 0;
                assertEquals(
                        CorrectionApplier.currentValues(letter, issue, other),
                        CorrectionApplier.currentValues(corrected, issue, other),
                        other + " is left as it is");
            }
        }
        try (var index = new IndexFixture()) {
            index.put(corrected, MADE);
            assertEquals(
                    corrected,
                    index.engine()
                            .findLetter(ID, new Query.Everything())
                            .orElseThrow()
                            .determination(),
                    "kept and read back as it is");
        }
    }

    @Test
    void valuesStayWhereTheyWereRead() {
        var request = letter.issues().getFirst().request().span();
        var corrected = CorrectionApplier.apply(letter, List.of(correction(CorrectedField.REGION, "Knee", "Hand")));
        var read = letter.issues().getFirst().subject().regions().getFirst();
        assertEquals(read, corrected.issues().getFirst().subject().regions().get(1), "one that was read too");
        assertEquals(
                read.span(),
                corrected.issues().getFirst().subject().regions().getFirst().span());
        var without = CorrectionApplier.apply(letter, List.of(correction(CorrectedField.REGION)));
        var again = CorrectionApplier.apply(without, List.of(correction(CorrectedField.REGION, "Knee")));
        assertEquals(
                request,
                again.issues().getFirst().subject().regions().getFirst().span());
    }

    @Test
    void theLaterOfTwoCorrectionsHolds() {
        var first = correction(CorrectedField.DECISION, "Upheld");
        var second = new Correction(
                "y",
                first.place(),
                List.of("Partly overturned"),
                List.of("Upheld"),
                "r",
                MADE.plusSeconds(1),
                Optional.empty());
        var corrected = CorrectionApplier.apply(letter, List.of(second, first));
        assertEquals(
                Decision.PARTLY_OVERTURNED,
                corrected.issues().getFirst().decision().value());
    }

    @Test
    void correctionsWithoutAPlaceOrEffectChangeNothing() {
        var elsewhere = new Correction(
                "x",
                new Correction.Place(ID, 7, CorrectedField.DECISION),
                List.of("Upheld"),
                List.of(),
                "r",
                MADE,
                Optional.empty());
        var other = new Correction(
                "x",
                new Correction.Place("CM1", 1, CorrectedField.DECISION),
                List.of("Upheld"),
                List.of(),
                "r",
                MADE,
                Optional.empty());
        var withdrawn = new Correction(
                "x",
                new Correction.Place(ID, 1, CorrectedField.DECISION),
                List.of("Upheld"),
                List.of(),
                "r",
                MADE,
                Optional.of(MADE));
        var same = correction(CorrectedField.DECISION, "Overturned");
        assertSame(letter, CorrectionApplier.apply(letter, List.of(elsewhere, other, withdrawn, same)));
    }

    @Test
    void findingsOfTheReplacedValueGo() {
        var place = new Span(0, 0);
        var doubtful = letter.withFindings(List.of(
                new Finding(Finding.Kind.RATIONALE_ON_OTHER_REGION, "m", place, 1),
                new Finding(Finding.Kind.RATIONALE_ON_OTHER_REGION, "m", place, 2),
                new Finding(Finding.Kind.RATIONALE_ON_OTHER_MODALITY, "m", place, 1)));
        var kinds =
                CorrectionApplier.apply(doubtful, List.of(correction(CorrectedField.REGION, "Knee")))
                        .findings()
                        .stream()
                        .filter(f -> f.kind().isSignal())
                        .toList();
        assertEquals(doubtful.findings().subList(1, 3), kinds);
    }

    @Test
    void anInvalidValueIsRejectedWithAMessage() {
        assertEquals(
                List.of("Cervical spine"),
                VALUES.validate(CorrectedField.REGION, List.of(" cervical SPINE ", ""), List.of()));
        for (var wrong : List.of(
                List.of("REGION", "Elbows of the sea"),
                List.of("DECISION", ""),
                List.of("DECIDED", "17 Feb"),
                List.of("REASON", "Criteria met"))) {
            var e = org.junit.jupiter.api.Assertions.assertThrows(
                    FieldValues.Invalid.class,
                    () -> VALUES.validate(
                            CorrectedField.valueOf(wrong.getFirst()), List.of(wrong.getLast()), List.of()));
            assertTrue(String.valueOf(e.getMessage()).length() > 20, e.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyChoiceIsAValue(CorrectedField field) {
        for (var choice : VALUES.choices(field)) {
            assertEquals(List.of(choice), VALUES.validate(field, List.of(choice), List.of()));
            var corrected = CorrectionApplier.apply(letter, List.of(correction(field, choice)));
            assertEquals(
                    List.of(choice),
                    CorrectionApplier.currentValues(corrected, field.isOfIssue() ? 1 : 0, field),
                    choice);
        }
    }
}
