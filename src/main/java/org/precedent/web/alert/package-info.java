/**
 * Alerts by mail: what is new in a saved search, sent to confirmed addresses. {@link org.precedent.web.alert.AlertRun} queues and
 * sends; the pages add, confirm and end.
 */
@NullMarked
package org.precedent.web.alert;

import org.jspecify.annotations.NullMarked;
