/**
 * What every page needs of HTTP and knows nothing of searches: rendering, assets, headers, errors, limits, freshness.
 * Enter at {@link org.precedent.web.http.Pages}.
 */
@NullMarked
package org.precedent.web.http;

import org.jspecify.annotations.NullMarked;
