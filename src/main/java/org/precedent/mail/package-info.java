/**
 * Sends email over SMTP with Jakarta Mail. Independent of what the mails contain. Start with {@link org.precedent.mail.Mailer}.
 */
@NullMarked
package org.precedent.mail;

import org.jspecify.annotations.NullMarked;
