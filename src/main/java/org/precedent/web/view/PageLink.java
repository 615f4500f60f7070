package org.precedent.web.view;

/**
 * Words that lead somewhere.
 *
 * @param label the words
 * @param href path and query
 */
public record PageLink(String label, String href) {}
