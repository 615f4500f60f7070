package org.precedent.web.insights;

import java.util.List;
import java.util.Optional;
import org.precedent.web.view.PageLink;

/**
 * What {@code pages/coverage} shows.
 *
 * @param letters how many determinations, printed with the noun
 * @param issues how many, printed with the noun
 * @param decided from when to when; empty where no determination says
 * @param undated determinations without a date, leading to them; empty for none
 * @param months a row each, the latest first; months without any determination among them
 * @param gaps sentences about months with none, or far fewer than usual
 * @param findings what was noticed while reading
 */
public record CoverageView(
        String letters,
        String issues,
        Optional<String> decided,
        Optional<PageLink> undated,
        List<Month> months,
        List<String> gaps,
        List<FindingRow> findings) {
    public CoverageView {
        months = List.copyOf(months);
        gaps = List.copyOf(gaps);
        findings = List.copyOf(findings);
    }

    /**
     * A month.
     *
     * @param month as {@code 2016-12}
     * @param determinations how many, leading to them
     * @param issues how many
     * @param width of its bar, in thousandths of the longest
     * @param remark {@code none} or {@code few}; empty for neither
     */
    public record Month(String month, PageLink determinations, String issues, long width, String remark) {}

    /**
     * A kind of finding.
     *
     * @param label what it is
     * @param determinations how many have it
     * @param share of all
     */
    public record FindingRow(String label, String determinations, String share) {}
}
