/**
 * Reads files, parses them and writes them to the search engine.
 */
@NullMarked
package org.precedent.ingest;

import org.jspecify.annotations.NullMarked;
