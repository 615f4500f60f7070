package org.precedent.parse.layout;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Dates;
import org.precedent.determination.Located;
import org.precedent.parse.text.DateText;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.KeywordPattern;

/**
 * Parses the sentence that states when the application was filed and which denial it disputes: {@code An application for Independent
 * Medical Review was filed on 8/6/2013 disputing the Utilization Review Denial dated 7/29/2013}.
 */
public final class ApplicationSentence {
    private static final KeywordPattern FILED = KeywordPattern.of(
            Pattern.compile(
                    "\\bapplication for (?:an )?(?:Independent Medical Review|IMR)(?: \\(IMR\\))? (?:was |has been )?(?:filed|received|submitted) on ",
                    Pattern.CASE_INSENSITIVE),
            0,
            "application for ");
    private static final Pattern DENIAL = Pattern.compile(
            "\\bdisputing [^.;\\n]{0,100}?\\b(?:dated|issued on|of|made on) (?=\\d|[A-Z][a-z]{2,8}\\.? \\d)",
            Pattern.CASE_INSENSITIVE);
    /** Maximum number of characters between the filing date and the denial date. */
    private static final int MAX_DISTANCE = 200;

    private ApplicationSentence() {}

    /**
     * Fills in missing dates from the sentence: when the application was received, and when utilization review denied the request.
     */
    public static Dates complete(Dates dates, FoldedText letter) {
        if (dates.received().isPresent() && dates.utilizationReview().isPresent()) {
            return dates;
        }
        var filed = letter.matcher(FILED, 0, letter.text().length());
        if (!filed.find()) {
            return dates;
        }
        int end = Math.min(letter.text().length(), filed.end() + MAX_DISTANCE);
        var denial = letter.matcher(DENIAL, filed.end(), end);
        var denied = denial.find() ? date(letter, denial.end()) : Optional.<Located<LocalDate>>empty();
        return new Dates(
                dates.assigned(),
                dates.injury(),
                dates.decided(),
                dates.utilizationReview().or(() -> denied),
                dates.received().or(() -> date(letter, filed.end())));
    }

    private static Optional<Located<LocalDate>> date(FoldedText letter, int at) {
        var date = letter.matcher(DateText.DATE, at, letter.text().length());
        return date.lookingAt()
                ? DateText.read(date).map(d -> new Located<>(d, letter.span(date.start(), date.end())))
                : Optional.empty();
    }
}
