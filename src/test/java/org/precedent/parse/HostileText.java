package org.precedent.parse;

import java.util.List;
import java.util.stream.Stream;

/**
 * Fictional determinations in which one part can be made arbitrarily long.
 */
final class HostileText {
    /** Fragments that provoke backtracking, long lookahead, or restarts in a parser. */
    static final List<String> FRAGMENTS = List.of(
            "Neck acute, ",
            "213-555-0123 ",
            "1% a ",
            "1, ",
            "x: Upheld\n\n",
            "Page(s): 1, 1 ",
            "ODG ",
            ".ODG ",
            "knee L ODG ",
            "/.ODG .left L knee ",
            "spine ",
            "L ",
            "and ",
            "workers ",
            "a-\n",
            "http://a/\n",
            "MTUS Low Back Complaints 2004, ",
            "a1.com ",
            "PubMed b2.org ",
            "1. ",
            "1) MAXIMUS Federal Services has determined the request for x is ",
            "Dr. Roe ",
            "Jane Roe MD ",
            "Mr. Doe\n",
            "(213) 555-0123\n\n",
            "....... a ",
            "a@a.a.a.a.",
            "A",
            "is not medically necessary ",
            "was the original request. ",
            "IMR eligible ",
            "CLINICAL CASE SUMMARY ",
            "ISSUE AT DISPUTE ",
            "Decision rationale: ",
            "MAXIMUS guideline: x ",
            "UR UR 01/02/2010 ",
            "5 year old ",
            "Board Certified in a1, ",
            "licensed to practice in ",
            "Case Number ",
            "fi-\nnal ",
            "Norco 10/325 mg #60, ",
            "hydrocodone/",
            "left L knee ",
            "no evidence of improvement ",
            ": ",
            "\n",
            "claim number A",
            "Employee: ",
            "\u00ad\n",
            "and on Non-MTUS Citation ",
            "Section(s): ",
            "Smith JS, Jones ",
            "the acute ",
            "low back chapter ",
            "(ACOEM ",
            "Chapter 1 ",
            "page 1 of 2\n",
            "to include: EKG ",
            "Norco 10/325mg, ",
            "www. example ",
            "a.b ",
            ".",
            "?!\") ",
            "etc. ");

    private static final List<String> FRAMES = List.of(
            issue("MRI of the knee", "%s", "Not medically necessary."),
            issue("MRI of the knee", "Decision based on MTUS %s", "Not medically necessary."),
            issue("MRI of the knee", "Decision based on Non-MTUS Citation ODG, %s", "Not medically necessary."),
            issue("MRI of the knee", "none", "%s Not medically necessary."),
            issue("%s", "none", "Not medically necessary."),
            "Case Number: %s\n\nHOW THE IMR FINAL DETERMINATION WAS MADE\n\n"
                    + issue("MRI", "none", "Not medically necessary."),
            "HOW THE IMR FINAL DETERMINATION WAS MADE\n\n%s\n\n" + issue("MRI", "none", "Not medically necessary."),
            "CLINICAL CASE SUMMARY\n\n%s\n\n" + issue("MRI", "none", "Not medically necessary."),
            "Notice of Independent Medical Review Determination\n\n1) MAXIMUS Federal Services has determined the request for x is"
                    + " medically necessary and appropriate.\n\n%s",
            "IMR DECISION(S) AND RATIONALE(S)\n\n1. The request for x is medically necessary and appropriate.\n\n%s",
            "ISSUE AT DISPUTE:\n%s\n\nCASE SUMMARY:\nx\n\nRATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS NOT MEDICALLY NECESSARY:\n%s",
            "%s");

    private HostileText() {}

    /**
     * A text for each template, with the fragment repeated in one place.
     *
     * @param fragment the repeated text
     * @param length of the repeated part in characters
     */
    static Stream<String> framed(String fragment, int length) {
        var part = fragment.repeat(length / fragment.length() + 1).substring(0, length);
        return FRAMES.stream().map(frame -> frame.replace("%s", part));
    }

    private static String issue(String request, String guideline, String rationale) {
        return "IMR ISSUES, DECISIONS AND RATIONALES\n\n" + request
                + ": Upheld\n\nClaims Administrator guideline: none\n\nMAXIMUS guideline: " + guideline
                + "\n\nDecision rationale: " + rationale;
    }
}
