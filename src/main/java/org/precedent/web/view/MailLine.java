package org.precedent.web.view;

import java.util.List;
import org.precedent.saved.Alert;

/**
 * View of an email alert.
 *
 * @param id of the alert
 * @param address the email address
 * @param confirmed whether the recipient has confirmed it
 */
public record MailLine(String id, String address, boolean confirmed) {
    /**
     * Views of these alerts.
     */
    public static List<MailLine> list(List<Alert> alerts) {
        return alerts.stream()
                .map(a -> new MailLine(a.id(), a.address(), a.confirmed().isPresent()))
                .toList();
    }
}
