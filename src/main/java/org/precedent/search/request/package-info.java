/**
 * A search as a request: {@link org.precedent.search.request.SearchRequest} and its canonical URL,
 * {@link org.precedent.search.request.SearchUrl}.
 */
@NullMarked
package org.precedent.search.request;

import org.jspecify.annotations.NullMarked;
