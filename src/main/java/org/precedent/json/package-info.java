/**
 * Reads and writes JSON. The only package that uses the JSON library; it does not depend on the rest of the product.
 */
@NullMarked
package org.precedent.json;

import org.jspecify.annotations.NullMarked;
