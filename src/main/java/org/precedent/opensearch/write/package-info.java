/**
 * The write side of the distributed engine: mapping, documents, the lease under which a commit is made, bulk requests.
 */
@NullMarked
package org.precedent.opensearch.write;

import org.jspecify.annotations.NullMarked;
