/**
 * Reads e-mails: their attached documents, or the text of their body.
 */
@NullMarked
package org.precedent.document.mail;

import org.jspecify.annotations.NullMarked;
