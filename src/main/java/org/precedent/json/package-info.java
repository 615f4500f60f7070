/**
 * How is a record written as JSON and read back? The only package that knows the JSON library; it knows nothing of this
 * product.
 */
@NullMarked
package org.precedent.json;

import org.jspecify.annotations.NullMarked;
