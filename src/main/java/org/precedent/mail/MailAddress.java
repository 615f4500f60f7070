package org.precedent.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Validates email addresses typed by users or operators.
 */
public final class MailAddress {
    /** Maximum length of an address, RFC 5321. */
    public static final int MAX_LENGTH = 254;

    private static final Pattern FORM = Pattern.compile("[!-~&&[^<>(),;:\\\\\"\\[\\]@]]{1,64}@[A-Za-z0-9.-]+");

    private MailAddress() {}

    /**
     * Parses one plain address without a display name: {@code kim@firm.example}; empty if the text is not one.
     */
    public static Optional<String> parse(String text) {
        var plain = text.strip();
        if (plain.length() > MAX_LENGTH || !FORM.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            new InternetAddress(plain, true).validate();
            return Optional.of(plain);
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}
