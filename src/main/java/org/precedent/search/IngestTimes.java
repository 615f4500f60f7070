package org.precedent.search;

import java.time.Instant;

/**
 * When a determination entered the index. Both survive re-ingest of the same content and reindexing.
 *
 * @param firstSeen when it was first ingested
 * @param lastChanged when its content last changed
 */
public record IngestTimes(Instant firstSeen, Instant lastChanged) {}
