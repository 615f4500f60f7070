package org.precedent.parse.layout;

import java.util.List;
import java.util.regex.Pattern;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.KeywordPattern;

/**
 * Recognizes documents that merely quote determinations by their caption: court or appeals board opinions, petitions, and reports of
 * medical-legal evaluators.
 */
public final class OpinionCaption {
    /** The court, and the title of the document, in capitals; every caption contains at least one of them. */
    private static final List<KeywordPattern> TITLES = List.of(
            KeywordPattern.of(
                    Pattern.compile(
                            "(?=[CSD])\\b(?:COMPENSATION APPEALS BOARD|COURT OF APPEAL|SUPREME COURT|SUPERIOR COURT|DISTRICT COURT)\\b"),
                    "SUPERIOR ".length(),
                    "COMPENSATION APPEALS",
                    "COURT"),
            KeywordPattern.of(
                    Pattern.compile(
                            "(?=[OFRDA])\\b(?:OPINION|OPINIONS|FINDINGS|ORDERS?|RECONSIDERATION|DISSENTING|AWARD)\\b"),
                    0,
                    "OPINION",
                    "FINDINGS",
                    "ORDER",
                    "RECONSIDERATION",
                    "DISSENTING",
                    "AWARD"));
    /** Parties, case number and petition. The letterhead or closing text of a determination matches at most one of these. */
    private static final List<Pattern> LINES = List.of(
            Pattern.compile(
                    "\\b(?:Applicant|Plaintiff|Petitioner|Appellant|Respondent|Defendant)s?(?:\\(s\\))?[,;]?\\sv(?:s)?\\.|,\\sv(?:s)?\\.\\s.{1,200}?\\b(?:Defendant|Respondent)s?\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
            Pattern.compile(
                    "(?=[ACN])\\b(?:APPELLATE DISTRICT|CERTIFIED FOR (?:PARTIAL )?PUBLICATION|NOT TO BE PUBLISHED|NOT CERTIFIED FOR)\\b"),
            Pattern.compile(
                    "\\b(?:Case|Adjudication|Docket)\\s(?:Nos?\\.?|Numbers?):?\\s(?:ADJ\\s?\\d|[A-Z]\\d{5,6}\\b)",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "\\b(?:petition(?:s|ed|er)?\\sfor\\s(?:reconsideration|removal|a?\\s?writ)|seeks?\\s(?:reconsideration|removal|review)|appeal\\sof\\s(?:the\\s)?(?:IMR|independent medical review))",
                    Pattern.CASE_INSENSITIVE));

    /** The title of an evaluator's report; the header of a determination names no evaluator. */
    private static final KeywordPattern EVALUATOR = KeywordPattern.of(
            Pattern.compile(
                    "(?=[QAM])\\b(?:(?:Qualified|Agreed) Medical (?:Evaluator|Evaluation|Examiner|Examination)(?:'s)?(?: Supplemental)? Report|Medical-?\\s?Legal (?:Report|Evaluation))\\b",
                    Pattern.CASE_INSENSITIVE),
            "Medical- ".length(),
            "qualified medical",
            "agreed medical",
            "legal ");

    private static final int MIN_LINES = 2;
    /** Number of characters searched for a caption. */
    private static final int MAX_SEARCHED = 4_000;

    private OpinionCaption() {}

    /**
     * Whether a text opens with such a caption.
     *
     * @param end start of the first section of a determination; the caption must come before it
     */
    public static boolean isOpinion(FoldedText text, int end) {
        int head = Math.min(end, MAX_SEARCHED);
        long titles =
                TITLES.stream().filter(p -> text.matcher(p, 0, head).find()).count();
        return (titles > 0 && titles + lines(text, head) >= MIN_LINES)
                || text.matcher(EVALUATOR, 0, head).find();
    }

    private static long lines(FoldedText text, int head) {
        return LINES.stream().filter(p -> text.matcher(p, 0, head).find()).count();
    }
}
