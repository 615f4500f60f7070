/**
 * From a request to an answer: recognizes facet values in typed words, runs the search and advises when nothing is found.
 * Enter at {@link org.precedent.search.interpret.SearchService}.
 */
@NullMarked
package org.precedent.search.interpret;

import org.jspecify.annotations.NullMarked;
