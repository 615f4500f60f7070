/**
 * Reads e-mails: their attachments and the text of their body.
 */
@NullMarked
package org.precedent.document.mail;

import org.jspecify.annotations.NullMarked;
