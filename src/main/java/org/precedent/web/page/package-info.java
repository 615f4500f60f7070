/**
 * One handler per page, one view record per template. A handler reads, asks and renders; a view computes labels, counts and
 * links, so that templates hold no logic of their own.
 */
@NullMarked
package org.precedent.web.page;

import org.jspecify.annotations.NullMarked;
