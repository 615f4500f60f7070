/**
 * View records and formatting shared by several pages.
 */
@NullMarked
package org.precedent.web.view;

import org.jspecify.annotations.NullMarked;
