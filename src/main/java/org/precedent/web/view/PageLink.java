package org.precedent.web.view;

/**
 * A link with its label.
 *
 * @param label link text
 * @param href path and query
 */
public record PageLink(String label, String href) {}
