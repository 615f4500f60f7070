/**
 * Limits per client and in total: requests, connections, concurrent searches and exports, and time.
 */
@NullMarked
package org.precedent.web.limit;

import org.jspecify.annotations.NullMarked;
