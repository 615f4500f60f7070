package org.precedent.text;

import org.precedent.search.facet.FacetPaths;

/**
 * Everything needed to analyze both text and queries, at index time, at query time and for highlighting.
 *
 * @param tokenizer splits text into tokens
 * @param synonyms words and phrases of the same meaning
 * @param neighbours words near in meaning, which rank only
 * @param paths the trees of facet values with their surface forms
 */
public record TextAnalysis(Tokenizer tokenizer, Synonyms synonyms, Neighbours neighbours, FacetPaths paths) {}
