/**
 * Issues that users collect: a tray, which holds one browser's current selection, and named folders, with their pages, JSON and exports.
 */
@NullMarked
package org.precedent.web.folder;

import org.jspecify.annotations.NullMarked;
