package org.precedent.parse.privacy;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One way in which a text tells who a person is. Letters seldom hold any of it, so a pattern is tried only where its sign is
 * there, which is found much faster.
 *
 * @param label what it is, for people
 * @param sign holds for every text in which the pattern matches, and for few others
 * @param pattern its first group that took part is what tells the person, the words before it only show the way
 */
record PiiPattern(String label, Predicate<String> sign, Pattern pattern) {
    private static final String NAME_LABEL = "name";
    /** A name: two to four words with a capital, the first in full; bounded, for a word may be as long as a text. */
    private static final String NAME =
            "\\p{Lu}[\\p{L}'’-]{1,40}+(?:[ \\t]{1,2}\\p{Lu}(?:\\.|[\\p{L}'’-]{0,40}+)){1,3}+";

    private static final List<String> TITLES = List.of(
            "M.D", "MD", "D.O", "DO", "D.C", "DC", "D.P.M", "DPM", "Ph.D", "PhD", "Psy.D", "PsyD", "L.Ac", "LAc", "R.N",
            "RN", "N.P", "NP", "P.A", "PA");
    private static final List<String> PERSONS =
            List.of("Employee", "Worker", "Applicant", "Claimant", "Patient", "Reviewer", "Name");
    private static final String DAY = "\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4}|\\p{Lu}[a-z]{2,8}\\.? \\d{1,2},? \\d{4}";

    private static final String TOLL_FREE = "8(?:00|33|44|55|66|77|88)";

    /** All of them. */
    static final List<PiiPattern> ALL = List.of(
            of(
                    "social security number",
                    text -> hasDigits(text, "-", 3),
                    "(\\d{3}(?<!000|666|9\\d\\d|[\\d-]\\d{3})-(?!00)\\d{2}-(?!0000)\\d{4})(?![\\d-])"),
            of(
                    "social security number",
                    List.of("SSN", "ssn", "ocial ", "OCIAL "),
                    "(?i:\\bSSN|\\bsocial security(?: number| no\\.?)?)\\s{0,2}[:#]?\\s{0,3}(\\d{3}[ -]?\\d{2}[ -]?\\d{4})\\b"),
            of(
                    "social security number",
                    List.of("xx-", "XX-", "**-"),
                    "(?:XXX|xxx|\\*{3})-(?:XX|xx|\\*{2})-(\\d{4})\\b"),
            of(
                    "telephone number",
                    PiiPattern::hasAreaCode,
                    "(\\((?!" + TOLL_FREE + ")[2-9]\\d{2}\\) ?[2-9]\\d{2}[-. ]\\d{4})(?![\\d-])"),
            of(
                    "telephone number",
                    text -> hasDigits(text, "-", 4) || hasDigits(text, ".", 4),
                    "([2-9]\\d{2}([-.])(?<![\\d/]\\d{3}.|" + TOLL_FREE + ".)[2-9]\\d{2}\\2\\d{4})(?![\\d-])"),
            of(
                    "e-mail address",
                    List.of("@"),
                    "([A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,})"),
            of(
                    "birth date",
                    List.of("DOB", "D.O.B", "irth", "IRTH", "born ", "Born "),
                    "(?:(?i:\\bD\\.?O\\.?B\\b\\.?|\\bdate of birth|\\bbirth ?date)[ \\t]*[:;-]?\\s{0,3}"
                            + "|\\b[Bb]orn (?:on )?)(" + DAY + ")"),
            of(
                    "claim number",
                    List.of("laim n", "laim N", "LAIM N", "laim #"),
                    "(?i:\\bclaim[ \\t]*(?:number|no\\b\\.?|#)[ \\t]*[:#]?[ \\t]*)(?!CM\\d\\d)([A-Z0-9-]*\\d[A-Z0-9-]{3,})"),
            of("claim number", List.of("ADJ"), "\\b(ADJ ?\\d{6,9})\\b"),
            of(
                    NAME_LABEL,
                    PiiPattern::hasPersonBeforeColon,
                    ":(?<=(?:" + String.join("|", PERSONS) + ")[ \\t]{0,3}:)[ \\t]*(" + NAME + ")(?![ \\t]*:)"),
            of(NAME_LABEL, List.of("/s/"), "/s/[ \\t]*(" + NAME + ")"),
            of(
                    NAME_LABEL,
                    PiiPattern::hasTitleAfterComma,
                    "\\b(" + NAME + "), (?:" + String.join("|", TITLES).replace(".", "\\.") + ")\\b(?!/)"),
            of(NAME_LABEL, List.of("Mr. ", "Mrs. ", "Ms. "), "\\b(?:Mr|Mrs|Ms)\\. (\\p{Lu}[a-z'’-]+)"));

    private static PiiPattern of(String label, List<String> signs, String pattern) {
        return of(label, text -> signs.stream().anyMatch(text::contains), pattern);
    }

    private static PiiPattern of(String label, Predicate<String> sign, String pattern) {
        return new PiiPattern(label, sign, Pattern.compile(pattern));
    }

    /** Three digits, the mark, and the mark again so many places on, as in {@code 213-555-0123}. */
    private static boolean hasDigits(String text, String mark, int distance) {
        for (int at = text.indexOf(mark, 3); at >= 0; at = text.indexOf(mark, at + 1)) {
            if (text.startsWith(mark, at + distance) && isDigit(text, at - 1) && isDigit(text, at - 3)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAreaCode(String text) {
        for (int at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) {
            if (text.startsWith(")", at + 4) && isDigit(text, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean hasPersonBeforeColon(String text) {
        for (int at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
            int end = at;
            while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
                end--;
            }
            for (var person : PERSONS) {
                if (text.startsWith(person, end - person.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasTitleAfterComma(String text) {
        for (int at = text.indexOf(", "); at >= 0; at = text.indexOf(", ", at + 1)) {
            for (var title : TITLES) {
                if (text.startsWith(title, at + 2)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean mayBeIn(String text) {
        return sign.test(text);
    }

    boolean isName() {
        return label.equals(NAME_LABEL);
    }
}
