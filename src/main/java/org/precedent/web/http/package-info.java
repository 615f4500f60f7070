/**
 * HTTP infrastructure shared by all pages and independent of search: rendering, assets, headers, errors, limits, caching.
 * Start with {@link org.precedent.web.http.Pages}.
 */
@NullMarked
package org.precedent.web.http;

import org.jspecify.annotations.NullMarked;
