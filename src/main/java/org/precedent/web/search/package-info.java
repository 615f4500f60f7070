/**
 * Search pages: results as HTML and JSON, facet rail, suggestions, query errors.
 */
@NullMarked
package org.precedent.web.search;

import org.jspecify.annotations.NullMarked;
