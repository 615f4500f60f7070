/**
 * Options shared by commands, and the table of settings with their sources.
 */
@NullMarked
package org.precedent.cli.option;

import org.jspecify.annotations.NullMarked;
