/**
 * Who may read and who may change. Enter at {@link org.precedent.web.access.Access}, what the operator chose, and
 * {@link org.precedent.web.access.Authorization}, which holds every request against it. Knows nothing of searches.
 */
@NullMarked
package org.precedent.web.access;

import org.jspecify.annotations.NullMarked;
