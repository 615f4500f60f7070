/**
 * What makes a search a lasting link: saved searches, feeds, exports, citations, and the description of all addresses. Each
 * rendering is a class over the records of a search that knows nothing of HTTP; each group of paths reads, asks and renders.
 * Enter at {@link org.precedent.web.links.Links}.
 */
@NullMarked
package org.precedent.web.links;

import org.jspecify.annotations.NullMarked;
