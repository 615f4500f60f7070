package org.precedent.parse.reviewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.precedent.determination.Finding;
import org.precedent.determination.Located;
import org.precedent.determination.Reviewer;
import org.precedent.parse.ParseTable;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.Vocabularies;

/**
 * Credentials of reviewers, from a table of passages as worded in letters.
 */
public class ReviewerParserTest {
    private static final Lexicon LEXICON = Lexicon.of(Vocabularies.bundled());

    @TestFactory
    Stream<DynamicTest> readsSpecialtiesAndStatesOfLicensure() {
        return ParseTable.rows("credentials")
                .map(row -> DynamicTest.dynamicTest(row.substring(0, row.indexOf('\t')), () -> {
                    var cells = row.split("\t", -1);
                    var reviewer = read(row);
                    assertEquals(cells[1], list(reviewer.specialties()));
                    assertEquals(cells[2], list(reviewer.licensure()));
                }));
    }

    /** Parses a row of the table; fails if there are findings. */
    public static Reviewer read(String row) {
        var text = row.substring(0, row.indexOf('\t')).replace(" / ", "\n");
        var findings = new ArrayList<Finding>();
        var letter = FoldedText.slice(text);
        var reviewer = ReviewerParser.parse(
                letter, Optional.of(new Range(0, letter.text().length())), LEXICON, findings);
        assertEquals(List.of(), findings, row);
        return reviewer;
    }

    private static String list(List<Located<String>> values) {
        return String.join("; ", values.stream().map(Located::value).toList());
    }

    @Test
    void credentialsThatCannotBeReadGiveFindings() {
        assertEquals(
                List.of("reviewer: no specialty could be read", "reviewer: no state of licensure could be read"),
                messages("The expert reviewer has no affiliation with the employer."));
        assertEquals(
                List.of("reviewer: no specialty could be read"),
                messages("The expert reviewer is a physician and is licensed to practice in California."));
        assertEquals(
                List.of("specialty: \"Moxibustion Studies\" is not in the vocabulary"),
                messages("The reviewer is certified in Moxibustion Studies and is licensed to practice in Utah."));
    }

    @Test
    void outsideItsSectionOnlyTheReviewersOwnLicenseCounts() {
        var letter = FoldedText.slice("The worker was treated by a licensed acupuncturist in Nevada. "
                + "The expert reviewer is a licensed psychologist and is licensed to practice in Idaho.");
        var findings = new ArrayList<Finding>();
        var reviewer = ReviewerParser.parse(letter, Optional.empty(), LEXICON, findings);
        assertEquals("Psychology", list(reviewer.specialties()));
        assertEquals("Idaho", list(reviewer.licensure()));
    }

    private static List<String> messages(String section) {
        var letter = FoldedText.slice(section);
        var findings = new ArrayList<Finding>();
        ReviewerParser.parse(letter, Optional.of(new Range(0, letter.text().length())), LEXICON, findings);
        return findings.stream().map(Finding::message).toList();
    }
}
