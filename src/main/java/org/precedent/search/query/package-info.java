/**
 * The query language: text to tree ({@link org.precedent.search.query.QueryParser}), tree to canonical text
 * ({@link org.precedent.search.query.QueryPrinter}). Independent of requests and engines.
 */
@NullMarked
package org.precedent.search.query;

import org.jspecify.annotations.NullMarked;
