package org.precedent.mail;

import java.util.Optional;

/**
 * A plain-text email.
 *
 * @param id identifier, used for the Message-ID; mail programs drop a second copy with the same Message-ID
 * @param to recipient address
 * @param subject one line
 * @param text body, lines separated by line feeds
 * @param unsubscribe URL of the page that ends the subscription, for the header {@code List-Unsubscribe}; empty for none
 */
public record Mail(String id, String to, String subject, String text, Optional<String> unsubscribe) {}
