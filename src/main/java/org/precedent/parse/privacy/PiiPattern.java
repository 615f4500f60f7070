package org.precedent.parse.privacy;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A pattern of personally identifiable information. Determinations rarely contain any, so the pattern is tried only if a quick pre-check
 * succeeds.
 *
 * @param label display name of the kind of information
 * @param sign pre-check; true for every text that matches the pattern, and for few others
 * @param pattern its first participating group identifies the person; text before that group is only context
 */
record PiiPattern(String label, Predicate<SearchedText> sign, Pattern pattern) {
    private static final String NAME_LABEL = "name";
    private static final String WORD = "\\p{Lu}[\\p{L}'’-]{1,40}+";
    /** A name: two to four capitalized words, the first not abbreviated; the length of a word is limited to bound the matching time. */
    private static final String NAME = WORD + "(?:[ \\t]{1,2}\\p{Lu}(?:\\.|[\\p{L}'’-]{0,40}+)){1,3}+";
    /** A name in the order family name, given name. */
    private static final String REVERSED = WORD + ",[ \\t]{1,2}" + WORD + "(?:[ \\t]\\p{Lu}\\b\\.?)?";

    private static final List<String> TITLES = List.of(
            "M.D", "MD", "D.O", "DO", "D.C", "DC", "D.P.M", "DPM", "Ph.D", "PhD", "Psy.D", "PsyD", "L.Ac", "LAc", "R.N",
            "RN", "N.P", "NP", "P.A", "PA");
    /** Titles that are unambiguous even without a comma before them. */
    private static final List<String> PLAIN_TITLES = List.of(
            "M.D", "MD", "D.O", "D.C", "D.P.M", "DPM", "Ph.D", "PhD", "Psy.D", "PsyD", "L.Ac", "R.N", "RN", "D.D.S",
            "DDS");

    private static final List<String> PERSONS = List.of(
            "Employee",
            "Worker",
            "Applicant",
            "Claimant",
            "Patient",
            "Reviewer",
            "Name",
            "EMPLOYEE",
            "WORKER",
            "APPLICANT",
            "CLAIMANT",
            "PATIENT",
            "REVIEWER",
            "NAME",
            "worker",
            "name");
    private static final String DAY =
            "\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\p{Lu}[a-z]{2,8}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2} \\p{Lu}[a-z]{2,8} \\d{4}";

    private static final String TOLL_FREE = "8(?:00|33|44|55|66|77|88)";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212-";
    private static final String DASH = "[" + DASHES + "]";

    /** All patterns. */
    static final List<PiiPattern> ALL = List.of(
            of(
                    "social security number",
                    text -> hasDigits(text.text(), DASHES, 3),
                    "(\\d{3}(?<!000|666|9\\d\\d|[\\d" + DASHES + "]\\d{3})" + DASH + "(?!00)\\d{2}" + DASH
                            + "(?!0000)\\d{4})(?![\\d" + DASHES + "])"),
            of(
                    "social security number",
                    List.of("SSN", "ssn", "ocial ", "OCIAL "),
                    "(?i:\\bSSN|\\bsocial security(?: number| no\\.?)?)\\s{0,2}[:#]?\\s{0,3}(\\d{3}[ " + DASHES
                            + "]?\\d{2}[ " + DASHES + "]?\\d{4})\\b"),
            of(
                    "social security number",
                    List.of("xx-", "XX-", "**-", "xx\u2013", "XX\u2013"),
                    "(?:XXX|xxx|\\*{3})" + DASH + "(?:XX|xx|\\*{2})" + DASH + "(\\d{4})\\b"),
            of(
                    "telephone number",
                    text -> hasAreaCode(text.text()),
                    "(\\((?!" + TOLL_FREE + ")[2-9]\\d{2}\\) ?[2-9]\\d{2}[. " + DASHES + "]\\d{4})(?![\\d" + DASHES
                            + "])"),
            of(
                    "telephone number",
                    text -> hasDigits(text.text(), DASHES + ".", 4),
                    "([2-9]\\d{2}([." + DASHES + "])(?<![\\d/]\\d{3}.|" + TOLL_FREE + ".)[2-9]\\d{2}\\2\\d{4})(?![\\d"
                            + DASHES + "])"),
            of(
                    "e-mail address",
                    List.of("@"),
                    "([A-Za-z0-9._%+-]{1,64}+@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24})"),
            of(
                    "birth date",
                    List.of("DOB", "D.O.B", "dob", "irth", "IRTH", "born ", "Born ", "BORN "),
                    "(?:(?i:\\bD\\.?O\\.?B\\b\\.?|\\bdate of birth\\b|\\bbirth ?date\\b)\\s{0,2}(?:[:;=(\\[" + DASHES
                            + "]|(?i:is|was|of|on)\\b)?\\s{0,3}|(?i:\\bborn (?:on )?))(" + DAY + ")"),
            of(
                    "claim number",
                    List.of("laim n", "laim N", "LAIM N", "laim #"),
                    "(?i:\\bclaim[ \\t]{0,3}(?:number|no\\b\\.?|#)[ \\t]{0,20}[:#]?[ \\t]{0,40})(?!CM\\d\\d)([A-Z0-9-]{0,40}\\d[A-Z0-9-]{3,40}+)"),
            of("claim number", List.of("ADJ"), "\\b(ADJ ?\\d{6,9})\\b"),
            of(
                    NAME_LABEL,
                    text -> hasPersonBeforeColon(text.text()),
                    ":(?<=(?:" + String.join("|", PERSONS) + ")[ \\t]{0,3}:)[ \\t]{0,60}+(?:\\n[ \\t]{0,60}+)?("
                            + REVERSED + "|" + NAME + ")(?![ \\t]{0,60}:)"),
            of(NAME_LABEL, List.of("/s/"), "/s/[ \\t]{0,20}(" + NAME + ")"),
            of(
                    NAME_LABEL,
                    List.of("igned by", "IGNED BY", "ictated by"),
                    "(?i:\\b(?:signed|dictated) by)[ \\t]{0,3}:?[ \\t]{0,10}(?:Dr\\.? )?(" + REVERSED + "|" + NAME
                            + ")"),
            of(
                    NAME_LABEL,
                    after(", ", TITLES),
                    "\\b(" + NAME + "), (?:" + String.join("|", TITLES).replace(".", "\\.") + ")\\b(?!/)"),
            of(
                    NAME_LABEL,
                    after(" ", PLAIN_TITLES),
                    "\\b(" + WORD + "(?: \\p{Lu}\\.)?(?: " + WORD + "){0,2}?(?: " + WORD + ")) (?:"
                            + String.join("|", PLAIN_TITLES).replace(".", "\\.") + ")\\b(?!/)"),
            of(
                    NAME_LABEL,
                    List.of("Dr. ", "DR. ", "Dr ", "Drs. "),
                    "\\b(?:Dr|DR|Drs)\\.? (" + WORD + "(?: (?:\\p{Lu}\\.|" + WORD + ")(?: " + WORD + ")?)?)"),
            of(NAME_LABEL, List.of("Mr. ", "Mrs. ", "Ms. "), "\\b(?:Mr|Mrs|Ms)\\. (\\p{Lu}[a-z'’-]{1,40})"));

    private static PiiPattern of(String label, List<String> signs, String pattern) {
        return of(label, text -> hasAny(text, signs), pattern);
    }

    private static PiiPattern of(String label, Predicate<SearchedText> sign, String pattern) {
        return new PiiPattern(label, sign, Pattern.compile(pattern));
    }

    /** Whether the text has three digits, a separator, and another separator at a given distance, as in {@code 213-555-0123}. */
    private static boolean hasDigits(String text, String marks, int distance) {
        for (int i = 0; i < marks.length(); i++) {
            char mark = marks.charAt(i);
            for (int at = text.indexOf(mark, 3); at >= 0; at = text.indexOf(mark, at + 1)) {
                if (at + distance < text.length() && isMark(text, at, distance, marks)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMark(String text, int at, int distance, String marks) {
        return marks.indexOf(text.charAt(at + distance)) >= 0 && isDigit(text, at - 1) && isDigit(text, at - 3);
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

    private static List<String> after(String before, List<String> titles) {
        return titles.stream().map(before::concat).toList();
    }

    private static boolean hasAny(SearchedText text, List<String> words) {
        for (var word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    boolean mayBeIn(SearchedText text) {
        return sign.test(text);
    }

    boolean isName() {
        return label.equals(NAME_LABEL);
    }
}
