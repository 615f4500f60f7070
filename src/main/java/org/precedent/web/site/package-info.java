/**
 * The home page, help, overview, operations endpoints, robots and sitemap.
 */
@NullMarked
package org.precedent.web.site;

import org.jspecify.annotations.NullMarked;
