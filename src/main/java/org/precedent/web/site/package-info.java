/**
 * Home page, help, totals of the index, health and metrics endpoints, robots.txt and sitemap.
 */
@NullMarked
package org.precedent.web.site;

import org.jspecify.annotations.NullMarked;
