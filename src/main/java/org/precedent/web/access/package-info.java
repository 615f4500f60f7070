/**
 * Who may read and who may change. Enter at {@link org.precedent.web.access.Access}, the configured policy, and {@link
 * org.precedent.web.access.Authorization}, which enforces it for every request. Knows nothing of searches.
 */
@NullMarked
package org.precedent.web.access;

import org.jspecify.annotations.NullMarked;
