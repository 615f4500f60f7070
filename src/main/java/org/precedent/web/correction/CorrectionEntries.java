package org.precedent.web.correction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.precedent.correction.Correction;
import org.precedent.correction.CorrectionApplier;
import org.precedent.determination.Determination;
import org.precedent.web.view.DateView;
import org.precedent.web.view.PageAddress;

/**
 * Builds the view models of corrections.
 *
 * @param letters looks up a determination in the index by its ID
 */
record CorrectionEntries(Function<String, Optional<Determination>> letters) {
    private static final String ABSENT = "not stated";

    CorrectionEntry entry(Correction correction) {
        var place = correction.place();
        var letter = letters.apply(place.determination());
        return new CorrectionEntry(
                correction.id(),
                new CorrectionEntry.Place(
                        letter.map(CorrectionEntries::name).orElse(place.determination()),
                        place.issue() == 0
                                ? PageAddress.determinationPath(place.determination())
                                : PageAddress.issuePath(place.determination(), place.issue()),
                        place.issue() == 0
                                ? place.field().label()
                                : "Issue " + place.issue() + ", "
                                        + place.field().label().toLowerCase(Locale.ROOT)),
                text(correction.read()),
                text(correction.values()),
                correction.reason(),
                DateView.of(correction.made()),
                new CorrectionEntry.State(state(correction, letter), correction.isInForce()));
    }

    static String name(Determination letter) {
        return letter.header().caseNumber().map(c -> c.value()).orElse(letter.id());
    }

    /** Joins values for display. */
    static String text(List<String> values) {
        return values.isEmpty() ? ABSENT : String.join(", ", values);
    }

    private static String state(Correction correction, Optional<Determination> letter) {
        if (letter.isEmpty()) {
            return "The determination is not in the index";
        }
        boolean applied = CorrectionApplier.isApplied(letter.get(), correction);
        if (correction.withdrawn().isPresent()) {
            var day = DateView.of(correction.withdrawn().get()).label();
            return applied ? "Withdrawn " + day + "; the index follows shortly" : "Withdrawn " + day;
        }
        if (applied) {
            return "In force";
        }
        var place = correction.place();
        return CorrectionApplier.currentValues(letter.get(), place.issue(), place.field())
                        .equals(correction.values())
                ? "No longer needed; the value is now extracted this way"
                : "Stored; it takes effect as soon as the index can be written";
    }
}
