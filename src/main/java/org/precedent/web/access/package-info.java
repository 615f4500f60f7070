/**
 * Authentication and authorization. {@link org.precedent.web.access.Access} is the configured policy; {@link
 * org.precedent.web.access.Authorization} enforces it for every request. Knows nothing of searches.
 */
@NullMarked
package org.precedent.web.access;

import org.jspecify.annotations.NullMarked;
