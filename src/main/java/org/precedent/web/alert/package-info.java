/**
 * Mail alerts: what is new in a saved search or folder, sent to confirmed addresses. {@link org.precedent.web.alert.AlertRun} queues and
 * sends mails; {@link org.precedent.web.alert.AlertPages} adds, confirms and ends alerts.
 */
@NullMarked
package org.precedent.web.alert;

import org.jspecify.annotations.NullMarked;
