package org.precedent.parse.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.precedent.json.Json;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.parse.Parsed;
import org.precedent.parse.evaluation.ParserEvaluation.Score;
import org.precedent.vocabulary.Vocabularies;

class ParserEvaluationTest {
    private static final String EXPECTED = """
            {"case":"CM16-0990003","priority":"Standard","licensure":["Texas","New York","California"],
             "dates":{"assigned":"2016-11-23","injury":"2015-10-16","decided":"2016-12-21",
                      "utilizationReview":"2016-10-20","received":"2016-11-15"},
             "specialties":["Physical Medicine & Rehabilitation","Sports Medicine","Hospice & Palliative Medicine"],
             "issues":[
              {"request":"MRI of the right knee  without contrast","decision":"Overturned","modality":["MRI"],
               "region":["Knee"],"laterality":"Right","treatment":"Diagnostic Testing",
               "guidelines":[{"family":"MTUS","title":"Knee Complaints"},
                             {"family":"MTUS","title":"Chronic Pain Medical Treatment"},
                             {"family":"ODG","title":"Knee and Leg"},{"family":"Other","title":"example.org"}],
               "rationale":{"firstWords":"Locking and a positive test are","lastWords":"the right knee is medically necessary.",
                            "words":24}}]}
            """;

    @Test
    void whatIsReadAsExpectedIsRight() throws IOException {
        var evaluation = evaluated(EXPECTED);
        assertEquals(new Score(1, 1, 1), score(evaluation, "case"));
        assertEquals(new Score(3, 3, 3), score(evaluation, "licensure"));
        assertEquals(new Score(4, 4, 4), score(evaluation, "guidelines"));
        assertEquals(new Score(1, 1, 1), score(evaluation, "request"));
        assertEquals(new Score(1, 1, 1), score(evaluation, "rationale words"));
    }

    @Test
    void fieldsComeInTheOrderOfALetter() throws IOException {
        var fields = List.copyOf(evaluated(EXPECTED).scores().keySet());
        assertEquals(List.of("case", "dates.assigned", "dates.injury"), fields.subList(0, 3));
        assertTrue(fields.indexOf("request") < fields.indexOf("region"));
    }

    @Test
    void aMissLowersRecallAndAFalsePositiveLowersPrecision() throws IOException {
        var evaluation = evaluated(EXPECTED.replace("[\"Knee\"]", "[\"Knee\",\"Hip\"]")
                .replace("\"modality\":[\"MRI\"]", "\"modality\":[]")
                .replace("Overturned", "Upheld"));
        assertEquals(0.5, score(evaluation, "region").recall());
        assertEquals(1, score(evaluation, "region").precision());
        assertEquals(0, score(evaluation, "modality").precision());
        assertEquals(1, score(evaluation, "modality").recall());
        assertEquals(new Score(0, 1, 1), score(evaluation, "decision"));
        assertTrue(
                evaluation.misses().contains("a letter issue 1: decision: expected / found: Upheld / Overturned"),
                evaluation.report());
    }

    @Test
    void unexpectedIssuesCount() throws IOException {
        assertEquals(new Score(1, 1, 3), score(evaluated(EXPECTED), "issues"));
    }

    @Test
    void theOrderWithinACombinationHasNoMeaning() throws IOException {
        var opioid = "\"subcategory\":\"Opioids\",\"items\":[\"acetaminophen/hydrocodone\"]";
        var evaluation = evaluatedNotice("{\"issues\":[{},{},{" + opioid + "}]}");
        assertEquals(new Score(1, 1, 1), score(evaluation, "subcategory"));
        assertEquals(new Score(1, 1, 1), score(evaluation, "items"));
    }

    @Test
    void whatTheLabelersLeftOpenIsNotScored() throws IOException {
        var open = evaluatedNotice("{\"issues\":[{\"subcategory\":\"?\",\"items\":[\"?\"]}]}");
        assertFalse(open.scores().containsKey("subcategory"));
        assertFalse(open.scores().containsKey("items"));
        var none = evaluatedNotice("{\"issues\":[{\"subcategory\":null,\"items\":[]}]}");
        assertEquals(new Score(0, 0, 1), score(none, "subcategory"));
        assertEquals(new Score(0, 0, 1), score(none, "items"));
    }

    @Test
    void aLetterThatCannotBeReadMissesAll() {
        var evaluation = new ParserEvaluation();
        evaluation.add("empty", Json.read(EXPECTED, Map.class), parsed(""));
        assertTrue(evaluation.scores().values().stream().allMatch(s -> s.right() == 0));
        assertTrue(evaluation.report().startsWith("1 letters"), evaluation.report());
        assertTrue(evaluation.report().contains("empty: case: expected / found: CM16-0990003 / null"));
    }

    @Test
    void aRationaleMayBeHyphenatedOtherwiseButNotCut() throws IOException {
        var hyphenated = evaluated(EXPECTED.replace("a positive", "a posi- tive"));
        assertEquals(1, score(hyphenated, "rationale start").right());
        var cut = evaluated(EXPECTED.replace("medically necessary.", "medically"));
        assertEquals(0, score(cut, "rationale end").right());
        var longer = evaluated(EXPECTED.replace("\"words\":24", "\"words\":40"));
        assertEquals(0, score(longer, "rationale words").right());
    }

    private static Score score(ParserEvaluation evaluation, String field) {
        return Objects.requireNonNull(evaluation.scores().get(field), field);
    }

    private static ParserEvaluation evaluated(String expected) throws IOException {
        return evaluated("l3b-header-in-pairs", expected);
    }

    /** Evaluates a fictional notice with three issues, the last one about an opioid. */
    private static ParserEvaluation evaluatedNotice(String expected) throws IOException {
        return evaluated("l1-notice", expected);
    }

    private static ParserEvaluation evaluated(String letter, String expected) throws IOException {
        var evaluation = new ParserEvaluation();
        var text = Files.readString(Path.of("src/test/resources/determinations", letter, "letter.txt"));
        evaluation.add("a letter", Json.read(expected, Map.class), parsed(text));
        return evaluation;
    }

    private static Parsed parsed(String text) {
        return new LetterParser(Vocabularies.bundled()).parse(new Letter("letter.txt", "0", text, false));
    }
}
