package org.precedent.parse;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One way in which a text tells who a person is. Letters seldom hold any of it, so a pattern is tried only where one of its signs
 * is there.
 *
 * @param label what it is, for people
 * @param signs of these at least one stands wherever the pattern matches
 * @param pattern its first group that took part is what tells the person, the words before it only show the way
 */
record Telling(String label, List<String> signs, Pattern pattern) {
    private static final String NAME_LABEL = "name";
    /** A name: two to four words with a capital, the first in full. */
    private static final String NAME = "\\p{Lu}[\\p{L}'’-]+(?:[ \\t]{1,2}\\p{Lu}(?:\\.|[\\p{L}'’-]*+)){1,3}+";

    private static final List<String> TITLES = List.of(
            "M.D", "MD", "D.O", "DO", "D.C", "DC", "D.P.M", "DPM", "Ph.D", "PhD", "Psy.D", "PsyD", "L.Ac", "LAc", "R.N",
            "RN", "N.P", "NP", "P.A", "PA");
    private static final String DAY = "\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4}|\\p{Lu}[a-z]{2,8}\\.? \\d{1,2},? \\d{4}";

    private static final String TOLL_FREE = "8(?:00|33|44|55|66|77|88)";

    /** All of them. */
    static final List<Telling> ALL = List.of(
            of(
                    "social security number",
                    List.of("-"),
                    "(\\d{3}(?<!000|666|9\\d\\d|[\\d-]\\d{3})-(?!00)\\d{2}-(?!0000)\\d{4})(?![\\d-])"),
            of(
                    "social security number",
                    List.of("SSN", "ssn", "ocial sec", "ocial Sec", "OCIAL SEC"),
                    "(?i:\\bSSN|\\bsocial security(?: number| no\\.?)?)\\s{0,2}[:#]?\\s{0,3}(\\d{3}[ -]?\\d{2}[ -]?\\d{4})\\b"),
            of(
                    "social security number",
                    List.of("-xx-", "-XX-", "-**-"),
                    "(?:XXX|xxx|\\*{3})-(?:XX|xx|\\*{2})-(\\d{4})\\b"),
            of(
                    "telephone number",
                    List.of("("),
                    "(\\((?!" + TOLL_FREE + ")[2-9]\\d{2}\\) ?[2-9]\\d{2}[-. ]\\d{4})(?![\\d-])"),
            of(
                    "telephone number",
                    List.of("-", "."),
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
                    List.of(":"),
                    ":(?<=(?:Employee|Worker|Applicant|Claimant|Patient|Reviewer|Name)[ \\t]{0,3}:)[ \\t]*(" + NAME
                            + ")(?![ \\t]*:)"),
            of(NAME_LABEL, List.of("/s/"), "/s/[ \\t]*(" + NAME + ")"),
            of(
                    NAME_LABEL,
                    TITLES.stream().map(t -> ", " + t).toList(),
                    "\\b(" + NAME + "), (?:" + String.join("|", TITLES).replace(".", "\\.") + ")\\b(?!/)"),
            of(NAME_LABEL, List.of("Mr. ", "Mrs. ", "Ms. "), "\\b(?:Mr|Mrs|Ms)\\. (\\p{Lu}[a-z'’-]+)"));

    private static Telling of(String label, List<String> signs, String pattern) {
        return new Telling(label, signs, Pattern.compile(pattern));
    }

    boolean mayBeIn(String text) {
        return signs.stream().anyMatch(text::contains);
    }

    boolean isName() {
        return label.equals(NAME_LABEL);
    }
}
