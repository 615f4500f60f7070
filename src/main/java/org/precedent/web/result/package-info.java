/**
 * Search results as JSON, which several routes and the command line share.
 */
@NullMarked
package org.precedent.web.result;

import org.jspecify.annotations.NullMarked;
