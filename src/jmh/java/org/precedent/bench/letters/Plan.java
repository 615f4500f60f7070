package org.precedent.bench.letters;

import java.util.List;
import org.precedent.determination.Decision;
import org.precedent.determination.Layout;

/**
 * What one letter will say, before its prose.
 *
 * @param caseNumber {@code CM17-0005589}
 * @param layout how it is laid out
 * @param era which guideline names it uses: {@code 2014}, {@code 2017} or {@code 2018}
 * @param days the dates of the case
 * @param specialties of the reviewer
 * @param states of licensure
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
     * One disputed item.
     *
     * @param request as its heading says it
     * @param named as its rationale says it, which is shorter where the heading mentions a modification
     * @param part the body part it is about, with its side
     * @param decision what was decided
     */
    record Item(String request, String named, String part, Decision decision) {}
}
