/**
 * Processes a search request: recognizes facet values in typed words, runs the search and gives advice when nothing is found. Start at
 * {@link org.precedent.search.interpret.SearchService}.
 */
@NullMarked
package org.precedent.search.interpret;

import org.jspecify.annotations.NullMarked;
