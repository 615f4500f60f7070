/**
 * HTML pages, JSON, CSV and feeds on top of the search API. The entry point is {@link org.precedent.web.Server}, which registers all
 * routes. {@code web.http} handles HTTP and knows nothing of searches; most other subpackages contain the pages of one feature.
 */
@NullMarked
package org.precedent.web;

import org.jspecify.annotations.NullMarked;
