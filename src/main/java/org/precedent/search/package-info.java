/**
 * The search contract: the query tree, the request and its URL, the page of results, and the {@link org.precedent.search.SearchEngine}
 * interface that engines implement. Independent of any engine.
 */
@NullMarked
package org.precedent.search;

import org.jspecify.annotations.NullMarked;
