package org.precedent.mail;

import java.util.Optional;

/**
 * A plain-text mail.
 *
 * @param id identifies it; the same mail sent twice has the same Message-ID, by which mail programs drop the copy
 * @param to one address
 * @param subject one line
 * @param text body, lines separated by line feeds
 * @param unsubscribe page that ends the subscription, for the header {@code List-Unsubscribe}; empty for none
 */
public record Mail(String id, String to, String subject, String text, Optional<String> unsubscribe) {}
