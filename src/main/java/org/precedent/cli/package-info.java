/**
 * Commands, settings and all wiring.
 */
@NullMarked
package org.precedent.cli;

import org.jspecify.annotations.NullMarked;
