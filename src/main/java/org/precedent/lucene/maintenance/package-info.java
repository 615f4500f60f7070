/**
 * Verification, rebuild, replication, and backup of an index.
 */
@NullMarked
package org.precedent.lucene.maintenance;

import org.jspecify.annotations.NullMarked;
