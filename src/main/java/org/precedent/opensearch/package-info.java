/**
 * The distributed engine: the index is stored on an OpenSearch cluster, one document per determination with its issues nested. Tokens are
 * produced by the same analysis as in the embedded engine, highlights and snippets by the same code.
 */
@NullMarked
package org.precedent.opensearch;

import org.jspecify.annotations.NullMarked;
