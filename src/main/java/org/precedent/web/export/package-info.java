/**
 * Exports of whole results: CSV, Excel, Word, HTML, Atom, RIS, BibTeX, JSON Lines and ZIP.
 */
@NullMarked
package org.precedent.web.export;

import org.jspecify.annotations.NullMarked;
