/**
 * How fast are general search servers at the same searches? Runs the product, Solr and OpenSearch over HTTP, each in a process of its
 * own, on the same issues with the same stream of searches. Enter at {@link org.precedent.bench.peers.PeerBench}.
 */
@NullMarked
package org.precedent.bench.peers;

import org.jspecify.annotations.NullMarked;
