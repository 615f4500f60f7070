package org.precedent.web.view;

import java.util.List;
import org.precedent.saved.Alert;

/**
 * View of an e-mail alert.
 *
 * @param id of the alert
 * @param address the address
 * @param confirmed whether its reader has confirmed it
 */
public record MailLine(String id, String address, boolean confirmed) {
    /**
     * The addresses of alerts.
     */
    public static List<MailLine> list(List<Alert> alerts) {
        return alerts.stream()
                .map(a -> new MailLine(a.id(), a.address(), a.confirmed().isPresent()))
                .toList();
    }
}
