/**
 * Selected issues: the tray of a browser and named folders, with their pages, JSON and exports.
 */
@NullMarked
package org.precedent.web.folder;

import org.jspecify.annotations.NullMarked;
