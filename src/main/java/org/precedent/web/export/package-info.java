/**
 * A whole result in other formats: CSV, Atom, RIS, BibTeX, JSON lines, ZIP.
 */
@NullMarked
package org.precedent.web.export;

import org.jspecify.annotations.NullMarked;
