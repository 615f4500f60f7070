/**
 * A comparison with general search servers: runs the product, Solr, and OpenSearch over HTTP, each in a separate process, on the same
 * issues with the same stream of searches. Start at {@link org.precedent.bench.peers.PeerBench}.
 */
@NullMarked
package org.precedent.bench.peers;

import org.jspecify.annotations.NullMarked;
