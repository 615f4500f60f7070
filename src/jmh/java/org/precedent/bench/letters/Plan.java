package org.precedent.bench.letters;

import java.util.List;
import org.precedent.determination.Decision;
import org.precedent.determination.Layout;

/**
 * The facts of one letter, before any prose is written.
 *
 * @param caseNumber {@code CM17-0005589}
 * @param layout of the letter
 * @param era the period whose guideline names it uses: {@code 2014}, {@code 2017}, or {@code 2018}
 * @param days the dates of the case
 * @param specialties of the reviewer
 * @param states where the reviewer is licensed
 * @param issues in order, at least one
 */
record Plan(
        String caseNumber,
        Layout layout,
        String era,
        Days days,
        List<String> specialties,
        List<String> states,
        List<Item> issues) {
    /**
     * One disputed treatment.
     *
     * @param request as stated in its heading
     * @param named as stated in its rationale, shorter where the heading mentions a modification
     * @param part the body part, with its side
     * @param decision the outcome
     */
    record Item(String request, String named, String part, Decision decision) {}
}
