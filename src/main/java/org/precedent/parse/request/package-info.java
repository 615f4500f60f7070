/**
 * Parses the subject of a disputed request: imaging modality, body region, side, treatment and items. Start with {@link
 * org.precedent.parse.request.RequestSubject}.
 */
@NullMarked
package org.precedent.parse.request;

import org.jspecify.annotations.NullMarked;
