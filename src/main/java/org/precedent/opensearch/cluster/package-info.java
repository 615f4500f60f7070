/**
 * Client of an OpenSearch cluster: requests, responses and the JSON of queries.
 */
@NullMarked
package org.precedent.opensearch.cluster;

import org.jspecify.annotations.NullMarked;
