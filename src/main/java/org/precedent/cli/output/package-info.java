/**
 * What commands print: results, progress, summaries, reports and explanations of errors.
 */
@NullMarked
package org.precedent.cli.output;

import org.jspecify.annotations.NullMarked;
