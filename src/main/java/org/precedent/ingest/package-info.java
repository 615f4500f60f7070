/**
 * Files in, engine fed, report out.
 */
@NullMarked
package org.precedent.ingest;

import org.jspecify.annotations.NullMarked;
