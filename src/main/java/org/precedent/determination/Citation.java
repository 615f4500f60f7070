package org.precedent.determination;

import java.util.Optional;

/**
 * One guideline cited on a guideline line.
 *
 * @param family {@code MTUS}, {@code ODG}, {@code ACOEM}, {@code ACR} or {@code Other}
 * @param title chapter or work, as a vocabulary label if known: {@code Low Back Complaints}; empty if none is named
 * @param edition the year of the edition: {@code 2004}
 * @param section the section as printed: {@code Special Studies}
 * @param pages page ranges as printed without the label: {@code 303-305}
 * @param text the citation as printed, and its position
 */
public record Citation(
        String family,
        Optional<String> title,
        Optional<String> edition,
        Optional<String> section,
        Optional<String> pages,
        Located<String> text) {
    /**
     * Returns the facet value: {@code MTUS Low Back Complaints}, or just the family if no title is named. A work outside the known families
     * is labeled {@code Other} followed by its title.
     */
    public String label() {
        return title.map(t -> family + " " + t).orElse(family);
    }
}
