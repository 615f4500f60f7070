/**
 * Reads the subject of a disputed request from its words: imaging modality, body region, side, treatment and items. Enter at
 * {@link org.precedent.parse.request.RequestSubject}.
 */
@NullMarked
package org.precedent.parse.request;

import org.jspecify.annotations.NullMarked;
