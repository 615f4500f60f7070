package org.precedent.search.facet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.precedent.determination.Citation;
import org.precedent.vocabulary.SectionNames;

/**
 * Values of the citation facets: a guideline's family, its title, and below it edition, then section or page, joined by {@value #SEPARATOR}:
 * {@code MTUS Low Back Complaints > 2004 > Special Studies}, {@code MTUS Neck and Upper Back Complaints > no edition > p. 177}. A range of
 * pages yields a value for each page.
 */
public final class CitationValues {
    /** Separates a title, its edition, and a section or page. */
    public static final String SEPARATOR = " > ";

    /** Used as the edition if a citation names none. */
    public static final String NO_EDITION = "no edition";

    private static final String PAGE = "p. ";

    /** Maximum number of pages of a range that is expanded to single pages. */
    private static final int MAX_RANGE = 60;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:\\s*[-\u2013]\\s*(\\d{1,4}))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private CitationValues() {}

    /**
     * The values of a list of citations: the most specific one of each citation.
     */
    static SequencedSet<String> values(List<Citation> citations) {
        var values = new LinkedHashSet<String>();
        for (var citation : citations) {
            var parts = new ArrayList<String>();
            citation.section().ifPresent(s -> SectionNames.split(s).forEach(name -> parts.add(part(name))));
            citation.pages().ifPresent(p -> parts.addAll(pages(p)));
            if (parts.isEmpty()) {
                values.add(citation.edition()
                        .map(e -> citation.label() + SEPARATOR + plain(e))
                        .orElse(citation.label()));
            } else {
                var edition = citation.label()
                        + SEPARATOR
                        + citation.edition().map(CitationValues::plain).orElse(NO_EDITION);
                parts.forEach(p -> values.add(edition + SEPARATOR + p));
            }
        }
        return values;
    }

    /**
     * The value and its ancestors, from the family down.
     */
    static List<String> path(String value) {
        var path = new ArrayList<String>();
        int title = value.indexOf(SEPARATOR);
        var label = title < 0 ? value : value.substring(0, title);
        int family = label.indexOf(' ');
        if (family > 0) {
            path.add(label.substring(0, family));
        }
        path.add(label);
        for (int at = title; at >= 0; ) {
            int next = value.indexOf(SEPARATOR, at + SEPARATOR.length());
            path.add(next < 0 ? value : value.substring(0, next));
            at = next;
        }
        return List.copyOf(path);
    }

    private static String part(String section) {
        return NUMBER.matcher(section).matches() ? PAGE + section : plain(section);
    }

    private static String plain(String text) {
        return text.replace('>', '\u203A');
    }

    /** The single pages of {@code 177-179, 303}; the end of a range may omit digits it shares with the start. */
    private static List<String> pages(String text) {
        var pages = new LinkedHashSet<String>();
        var matcher = RANGE.matcher(text);
        while (matcher.find()) {
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : last(matcher.group(1), matcher.group(2));
            if (last < first || last - first > MAX_RANGE) {
                pages.add(PAGE + first);
                pages.add(PAGE + last);
            } else {
                for (int page = first; page <= last; page++) {
                    pages.add(PAGE + page);
                }
            }
        }
        return List.copyOf(pages);
    }

    private static int last(String first, String last) {
        int shared = first.length() - last.length();
        return Integer.parseInt(shared > 0 ? first.substring(0, shared) + last : last);
    }
}
