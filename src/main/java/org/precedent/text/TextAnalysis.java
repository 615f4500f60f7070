package org.precedent.text;

import org.precedent.search.facet.FacetPaths;

/**
 * Everything needed to analyze text and queries, at index time, at query time, and for highlighting.
 *
 * @param tokenizer splits text into tokens
 * @param synonyms words and phrases with the same meaning
 * @param neighbors words related in meaning
 * @param paths facet trees with the surface forms of their values
 */
public record TextAnalysis(Tokenizer tokenizer, Synonyms synonyms, Neighbors neighbors, FacetPaths paths) {}
