/**
 * Pages, JSON, CSV and feeds over the search contract. Enter at {@link org.precedent.web.Server}, whose one method is the table
 * of paths. {@code web.http} knows HTTP and nothing of searches, the other sub-packages the pages of one subject each.
 */
@NullMarked
package org.precedent.web;

import org.jspecify.annotations.NullMarked;
