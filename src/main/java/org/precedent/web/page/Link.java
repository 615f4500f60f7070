package org.precedent.web.page;

/**
 * Words that lead somewhere.
 *
 * @param label the words
 * @param href path and query
 */
public record Link(String label, String href) {}
