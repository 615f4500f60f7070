/**
 * The read side: executes searches, ranks, orders and fetches what a page shows.
 */
@NullMarked
package org.precedent.lucene.query;

import org.jspecify.annotations.NullMarked;
