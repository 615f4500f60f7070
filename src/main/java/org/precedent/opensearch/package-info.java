/**
 * The distributed engine: the index is stored on an OpenSearch cluster, one document per determination with its issues nested. Tokens are
 * made by the same analysis as those of the embedded engine, marks and snippets by the same code.
 */
@NullMarked
package org.precedent.opensearch;

import org.jspecify.annotations.NullMarked;
