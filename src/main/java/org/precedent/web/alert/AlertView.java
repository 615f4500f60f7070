package org.precedent.web.alert;

/**
 * View of the page that the links in mails lead to.
 *
 * @param token of the alert
 * @param name of the saved search
 * @param href of the saved search
 * @param address that gets the mails
 * @param confirmed whether its reader has confirmed it
 * @param done what was just done; empty when nothing was
 */
public record AlertView(String token, String name, String href, String address, boolean confirmed, String done) {}
