package org.precedent.search.facet;

/**
 * A facet with one of its values.
 *
 * @param facet the dimension
 * @param value the value's label, a guideline's family or family and title, or {@link Facet#NOT_STATED}
 */
public record FacetValue(Facet facet, String value) {}
