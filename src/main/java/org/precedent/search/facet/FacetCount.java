package org.precedent.search.facet;

import java.util.List;

/**
 * A facet value with the number of issues and determinations that selecting it would find.
 *
 * @param label the value and its place in the tree
 * @param total issues and determinations that match the query, all exclusions and the choices in all other facets, and have the value or
 *     one below it; in a facet without choices, exactly what selecting the value finds
 */
public record FacetCount(FacetLabel label, Total total) {
    /**
     * Creates a count with a label of its own.
     *
     * @param value the value, {@link Facet#NOT_STATED} for "not stated"
     * @param path labels from the root of the tree to the value, inclusive
     * @param total issues and determinations with the value
     */
    public FacetCount(String value, List<String> path, Total total) {
        this(new FacetLabel(value, path), total);
    }

    /** The value, {@link Facet#NOT_STATED} for "not stated". */
    public String value() {
        return label.value();
    }

    /** Labels from the root of the tree to the value, inclusive. */
    public List<String> path() {
        return label.path();
    }
}
