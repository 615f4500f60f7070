/**
 * Pages for corrections of extracted values: the form for one determination, the list of all, and both as JSON.
 */
@NullMarked
package org.precedent.web.correction;

import org.jspecify.annotations.NullMarked;
