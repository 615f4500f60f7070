/**
 * The read side: executes, ranks, and sorts searches, and fetches what a page shows.
 */
@NullMarked
package org.precedent.lucene.query;

import org.jspecify.annotations.NullMarked;
