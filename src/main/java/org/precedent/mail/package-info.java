/**
 * How is a mail sent? SMTP over Jakarta Mail; knows nothing of what is said. Enter at {@link org.precedent.mail.Mailer}.
 */
@NullMarked
package org.precedent.mail;

import org.jspecify.annotations.NullMarked;
