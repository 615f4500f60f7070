package org.precedent.search;

/**
 * A completion offered while the user types.
 *
 * @param text what the query would become
 * @param kind {@code modality}, {@code region}, ... for facet values, {@code request}, {@code case} or {@code word}
 * @param issues how many issues it would find; 0 where not counted
 */
public record Suggestion(String text, String kind, long issues) {}
