/**
 * Commands, settings, and the wiring of the application.
 */
@NullMarked
package org.precedent.cli;

import org.jspecify.annotations.NullMarked;
