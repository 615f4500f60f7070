/**
 * The API description and the citation resolver.
 */
@NullMarked
package org.precedent.web.api;

import org.jspecify.annotations.NullMarked;
