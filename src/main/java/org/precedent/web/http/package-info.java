/**
 * HTTP infrastructure for all pages, independent of search: rendering, assets, headers, errors, limits, caching.
 * Enter at {@link org.precedent.web.http.Pages}.
 */
@NullMarked
package org.precedent.web.http;

import org.jspecify.annotations.NullMarked;
