/**
 * Pages, JSON, CSV and feeds over the search contract.
 */
@NullMarked
package org.precedent.web;

import org.jspecify.annotations.NullMarked;
