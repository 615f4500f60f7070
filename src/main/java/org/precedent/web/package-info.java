/**
 * Pages, JSON, CSV and feeds over the search contract. Enter at {@link org.precedent.web.Server}, whose one method is the table
 * of paths. {@code web.http} knows HTTP and nothing of searches, {@code web.page} the pages, {@code web.links} what makes a
 * search a lasting link.
 */
@NullMarked
package org.precedent.web;

import org.jspecify.annotations.NullMarked;
