package org.precedent.web.view;

/**
 * A link with its label.
 *
 * @param label the words
 * @param href path and query
 */
public record PageLink(String label, String href) {}
