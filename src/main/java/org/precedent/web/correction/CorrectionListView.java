package org.precedent.web.correction;

import java.util.List;

/**
 * View of all corrections.
 *
 * @param entries newest first
 */
public record CorrectionListView(List<CorrectionEntry> entries) {
    public CorrectionListView {
        entries = List.copyOf(entries);
    }
}
