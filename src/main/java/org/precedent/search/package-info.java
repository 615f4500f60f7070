/**
 * What can be asked, and what is answered? The query tree, the request and its URL, the page of results and the
 * {@link org.precedent.search.SearchEngine} contract. No engine's types appear here.
 */
@NullMarked
package org.precedent.search;

import org.jspecify.annotations.NullMarked;
