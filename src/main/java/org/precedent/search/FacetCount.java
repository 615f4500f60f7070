package org.precedent.search;

import java.util.List;

/**
 * One value of a facet and what a click on it would find.
 *
 * @param value the value, {@link Facet#NOT_STATED} for "not stated"
 * @param path labels from the root of the tree to the value, itself included
 * @param total what would be found after choosing the value besides those chosen in this facet already counted apart: issues and
 *     letters of this value under the query, all other facets' choices and all exclusions
 */
public record FacetCount(String value, List<String> path, Total total) {
    public FacetCount {
        path = List.copyOf(path);
    }
}
