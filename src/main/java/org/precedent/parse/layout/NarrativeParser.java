package org.precedent.parse.layout;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.precedent.determination.Dates;
import org.precedent.determination.Located;
import org.precedent.determination.Narrative;
import org.precedent.parse.text.DateText;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;

/**
 * Parses the narrative parts of a determination: the clinical case summary, the patient's age and sex in it, and the records reviewed. For
 * determinations without a header, also parses the dates of injury and denial.
 */
public final class NarrativeParser {
    private static final Pattern LEAD = Pattern.compile(
            "The (?:expert|physician) reviewer developed the following clinical case summary based on a review of the case file,"
                    + " including all medical records:?\\s*|Disclaimer:[^\\n]{0,400}?dated [^\\n.]{6,30}\\.?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PATIENT = Pattern.compile(
            "(?=\\d)\\b(\\d{1,3})[ -]{0,2}(?:years?|yrs?\\.?|y)[ -/]{0,2}(?:old|o)?\\b(?:,| -)?(?: (?!years?\\b)[\\w-]{1,18}){0,4}? (male|female|man|woman|gentleman|lady)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AGE =
            Pattern.compile("(?=\\d)\\b(\\d{1,3})[ -](?:years?|yrs?)[ -](?:old|of age)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern INJURY = Pattern.compile(
            "\\b(?:date of injury|injur(?:y|ies|ed)(?: date)?|DOI|accident|claim)\\b(?<gap>[^.;\\n]{0,60}?)(?="
                    + DateText.DATE.pattern() + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REVIEW = Pattern.compile(
            "\\b(?:utilization review|UR)\\b(?<gap>[^.;\\n]{0,120}?)(?=" + DateText.DATE.pattern() + ")",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern EVENT = Pattern.compile(
            "(?:(?!\\b(?:seen|evaluat|visit|note|report|exam|dated|review)|\\d{1,2}/\\d)[^\\n])*? on (?="
                    + DateText.DATE.pattern() + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REQUEST =
            Pattern.compile("(?m:^)(?:\\d{1,2}\\s?[).]\\s+)?Regarding the requests? for\\b", Pattern.CASE_INSENSITIVE);

    private static final int MAX_AGE_DIGITS = 3;

    /** Characters between an age and its unit, {@code 58-year-old}, and how many of them there may be. */
    private static final String AGE_GAP = " -";

    private static final int MAX_AGE_GAP = 2;

    /** Number of characters that count as the opening of a narrative. */
    private static final int OPENING = 320;

    private final FoldedText letter;
    private final Outline outline;

    private NarrativeParser(FoldedText letter, Outline outline) {
        this.letter = letter;
        this.outline = outline;
    }

    public static Narrative read(FoldedText letter, Outline outline) {
        var narrative = new NarrativeParser(letter, outline);
        var summary = narrative.summary();
        var patient = summary.flatMap(s -> narrative.first(PATIENT, s));
        return new Narrative(
                patient.or(() -> summary.flatMap(s -> narrative.first(AGE, s))).flatMap(narrative::age),
                patient.map(narrative::sex),
                summary.map(letter::located),
                outline.first(Section.DOCUMENTS)
                        .map(Outline.Part::body)
                        .map(narrative::beforeFirstRequest)
                        .filter(r -> !r.isEmpty())
                        .map(letter::located));
    }

    /**
     * Ends the list of documents before the first request: in 2013 notices, the reasons follow it, request by request, without a heading of
     * their own.
     */
    private Range beforeFirstRequest(Range documents) {
        var request = letter.matcher(REQUEST, documents);
        return request.find() ? letter.trimmed(documents.start(), request.start()) : documents;
    }

    /**
     * Returns the dates of a determination without a header: injury and denial, as stated in the summary.
     */
    public static Dates dates(FoldedText letter, Outline outline) {
        var narrative = new NarrativeParser(letter, outline);
        var summary = narrative.summary();
        return new Dates(
                Optional.empty(),
                summary.flatMap(s -> narrative.date(INJURY, s).or(() -> narrative.opening(s))),
                Optional.empty(),
                summary.flatMap(s -> narrative.date(REVIEW, s)),
                Optional.empty());
    }

    private Optional<Range> summary() {
        return outline.first(Section.SUMMARY)
                .map(Outline.Part::body)
                .map(this::withoutLead)
                .filter(r -> !r.isEmpty());
    }

    private Range withoutLead(Range body) {
        int start = body.start();
        var lead = letter.matcher(LEAD, start, body.end());
        while (lead.lookingAt()) {
            start = lead.end();
            lead.region(start, body.end());
        }
        return letter.trimmed(start, body.end());
    }

    private Optional<MatchResult> first(Pattern pattern, Range summary) {
        int age = age(summary);
        if (age < 0) {
            return Optional.empty();
        }
        // from the character before its first digit, because the pattern asks whether a word begins there
        var match = letter.matcher(pattern, Math.max(summary.start(), age - MAX_AGE_DIGITS), summary.end());
        return match.find() ? Optional.of(match) : Optional.empty();
    }

    /** Returns the position of the last digit of the first number before "years", "yrs", "y/o" or any other word with y; -1 if there is none. */
    private int age(Range summary) {
        for (int y = letter.indexOfIgnoringCase("y", summary.start(), summary.end());
                y >= 0;
                y = letter.indexOfIgnoringCase("y", y + 1, summary.end())) {
            int digit = y - 1;
            while (digit >= summary.start()
                    && y - digit <= MAX_AGE_GAP
                    && AGE_GAP.indexOf(letter.text().charAt(digit)) >= 0) {
                digit--;
            }
            if (digit >= summary.start() && isDigit(letter.text().charAt(digit))) {
                return digit;
            }
        }
        return -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Optional<Located<Integer>> age(MatchResult patient) {
        int years = Integer.parseInt(patient.group(1));
        return Optional.of(new Located<>(years, letter.span(patient.start(), patient.end())))
                .filter(a -> years < 120);
    }

    private Located<String> sex(MatchResult patient) {
        var sex = switch (patient.group(2).toLowerCase(Locale.ROOT)) {
            case "male", "man", "gentleman" -> "male";
            default -> "female";
        };
        return new Located<>(sex, letter.span(patient.start(), patient.end()));
    }

    /**
     * Returns the date of the event with which the narrative opens. It is the injury, unless the narrative opens with a visit or a
     * document.
     */
    private Optional<Located<LocalDate>> opening(Range summary) {
        var match = letter.matcher(EVENT, summary.start(), Math.min(summary.end(), summary.start() + OPENING));
        var date = letter.matcher(DateText.DATE, summary.start(), summary.end());
        return match.lookingAt() && date.find(match.end())
                ? DateText.read(date).map(d -> new Located<>(d, letter.span(date.start(), date.end())))
                : Optional.empty();
    }

    private Optional<Located<LocalDate>> date(Pattern cue, Range summary) {
        var match = letter.matcher(cue, summary.start(), summary.end());
        while (match.find()) {
            var date = letter.matcher(DateText.DATE, match.end("gap"), summary.end());
            if (date.find()) {
                var read = DateText.read(date);
                if (read.isPresent()) {
                    return read.map(d -> new Located<>(d, letter.span(date.start(), date.end())));
                }
            }
        }
        return Optional.empty();
    }
}
