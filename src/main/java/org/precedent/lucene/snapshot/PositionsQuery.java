package org.precedent.lucene.snapshot;

/**
 * Marks a Lucene query that reads positions without bound in a text, so that it is run on a reader that watches the deadline.
 */
public interface PositionsQuery {}
